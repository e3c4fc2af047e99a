package io.daybook.ui;

import io.daybook.ui.accounts.AccountsConfiguration;
import io.daybook.ui.live.LiveConfiguration;
import io.daybook.ui.placement.PlacementConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything of this module. */
@Configuration(proxyBeanMethods = false)
@Import({AccountsConfiguration.class, LiveConfiguration.class, PlacementConfiguration.class})
public class UiConfiguration {}
