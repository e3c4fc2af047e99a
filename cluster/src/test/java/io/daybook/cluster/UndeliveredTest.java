package io.daybook.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.axoniq.axonserver.connector.ErrorCategory;
import io.axoniq.axonserver.grpc.ErrorMessage;
import io.daybook.api.CommandRefused;
import io.daybook.api.Refusal;
import io.grpc.Status;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.axonframework.axonserver.connector.ErrorCode;
import org.axonframework.axonserver.connector.command.AxonServerCommandDispatchException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UndeliveredTest {

    @ParameterizedTest(name = "{0} {2}: {1}")
    @CsvSource({
        "AXONIQ-4000, true, nobody handles it just now",
        "AXONIQ-4001, true, the connection to its handler was lost",
        "AXONIQ-4003, true, it could not be handed over",
        "AXONIQ-1900, true, too many wait for its handler",
        "AXONIQ-6001, true, its handler is gone",
        "AXONIQ-3001, true, no connection",
        "AXONIQ-0001, true, Axon Server does not say",
        "AXONIQ-1000, false, no token was sent",
        "AXONIQ-1001, false, the token is wrong",
        "AXONIQ-2000, false, the log has that number already",
        "AXONIQ-3002, false, the message is too long",
        "AXONIQ-4002, false, its handler failed or refused",
        "AXONIQ-4004, false, its handler lost a race",
        "AXONIQ-4005, false, its handler failed for good",
        "AXONIQ-9100, false, the log cannot be written"
    })
    void what_axon_server_answered_is_told_by_its_code(String code, boolean again, String meaning) {
        ErrorMessage answer =
                ErrorMessage.newBuilder().setErrorCode(code).setMessage(meaning).build();

        assertThat(Undelivered.is(ErrorCode.getFromCode(code).convert(answer))).isEqualTo(again);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "UNAVAILABLE, true",
        "CANCELLED, true",
        "DEADLINE_EXCEEDED, true",
        "ABORTED, true",
        "INTERNAL, true",
        "UNKNOWN, true",
        "RESOURCE_EXHAUSTED, false",
        "PERMISSION_DENIED, false",
        "UNAUTHENTICATED, false",
        "INVALID_ARGUMENT, false",
        "UNIMPLEMENTED, false"
    })
    void a_call_that_was_broken_off_is_told_by_its_status(Status.Code status, boolean again) {
        Throwable call = new io.axoniq.axonserver.connector.AxonServerException(
                ErrorCategory.COMMAND_DISPATCH_ERROR,
                "Received exception while dispatching command",
                "ui-1",
                status.toStatus().asRuntimeException());

        assertThat(Undelivered.is(new CompletionException(call))).isEqualTo(again);
        assertThat(Undelivered.is(dispatching(call))).isEqualTo(again);
    }

    static Stream<Arguments> others() {
        return Stream.of(
                arguments(new NoHandlerForCommandException("in this process"), true),
                arguments(
                        new io.axoniq.axonserver.connector.AxonServerException(
                                ErrorCategory.COMMAND_DISPATCH_ERROR, "Reply completed without result", "ui-1"),
                        true),
                arguments(new CommandRefused(Refusal.Code.NOT_ALLOWED_NOW, "It was dispatched."), false),
                arguments(new CompletionException(new CommandRefused(Refusal.Code.CONFLICT, "Another.")), false),
                arguments(new CommandExecutionException("the disk is full", null), false),
                arguments(
                        new CommandExecutionException(
                                "OUT_OF_RANGE: [AXONIQ-2000] Invalid sequence number 0 for aggregate a, expected 1",
                                null),
                        true),
                arguments(new CommandRefused(Refusal.Code.CONFLICT, "[AXONIQ-2000]"), false),
                arguments(new ConcurrencyException("somebody was first"), false),
                arguments(dispatching(new SerializationException("cannot be written")), false),
                arguments(new IllegalStateException("anything else"), false));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("others")
    void everything_else_is_told_by_its_type(Throwable failure, boolean again) {
        assertThat(Undelivered.is(failure)).isEqualTo(again);
    }

    private static Throwable dispatching(Throwable cause) {
        return new AxonServerCommandDispatchException("AXONIQ-4003", "Exception while dispatching a command", cause);
    }
}
