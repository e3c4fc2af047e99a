package io.daybook.ui.levels;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The page about service levels.
 *
 * @param every time between two looks while somebody has it open
 */
@ConfigurationProperties("daybook.levels")
record LevelsSettings(@DefaultValue("2s") Duration every) {}
