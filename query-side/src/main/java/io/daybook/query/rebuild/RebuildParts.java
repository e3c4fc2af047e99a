package io.daybook.query.rebuild;

import io.daybook.query.projection.ViewDatabase;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;

/**
 * What all rebuilds of an instance share.
 *
 * @param serializer by which events are written
 * @param turns those that read the log have one
 */
record RebuildParts(
        ViewDatabase database,
        EventStore log,
        Serializer serializer,
        LogHead head,
        CommandGateway commands,
        RebuildSettings settings,
        ExecutorService threads,
        Semaphore turns,
        Clock clock) {}
