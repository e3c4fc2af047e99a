package io.daybook.ui.door;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where orders come in.
 *
 * @param patience how long a request waits for those before it to be read and checked, and for its customer to be looked up, at
 *                 most
 */
@ConfigurationProperties("daybook.door")
record DoorSettings(@DefaultValue("250ms") Duration patience) {}
