package io.daybook.command;

import org.springframework.context.annotation.Configuration;

/** Everything of this module. */
@Configuration(proxyBeanMethods = false)
public class CommandSideConfiguration {}
