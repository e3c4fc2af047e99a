package io.daybook.ui.placement;

import io.axoniq.axonserver.connector.AxonServerException;
import io.grpc.StatusRuntimeException;
import org.axonframework.axonserver.connector.query.AxonServerQueryDispatchException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.distributed.CommandDispatchException;
import org.axonframework.queryhandling.NoHandlerForQueryException;

/** Tells that a part of the platform was not to be reached from what it did and could not do. */
public final class Outage {

    private Outage() {}

    /** Whether nobody has answered: Axon Server is away, or whoever handles such messages. */
    public static boolean is(Throwable failure) {
        return failure instanceof NoHandlerForCommandException
                || failure instanceof NoHandlerForQueryException
                || failure instanceof CommandDispatchException
                || failure instanceof AxonServerQueryDispatchException
                || failure instanceof org.axonframework.axonserver.connector.AxonServerException
                || failure instanceof AxonServerException
                || failure instanceof StatusRuntimeException;
    }
}
