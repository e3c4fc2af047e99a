package io.daybook.query.rebuild;

import io.daybook.query.projection.ViewDatabase;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * What all rebuilds of an instance share.
 *
 * @param turns those that read the log have one
 */
record RebuildParts(
        ViewDatabase database,
        StreamableMessageSource<TrackedEventMessage<?>> log,
        LogHead head,
        CommandGateway commands,
        RebuildSettings settings,
        ExecutorService threads,
        Semaphore turns,
        Clock clock) {}
