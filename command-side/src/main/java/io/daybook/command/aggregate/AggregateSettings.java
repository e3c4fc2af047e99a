package io.daybook.command.aggregate;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How aggregates are kept.
 *
 * @param cached aggregates of each type that stay in memory
 */
@ConfigurationProperties("daybook.command.aggregates")
public record AggregateSettings(@DefaultValue("10000") int cached) {}
