package io.daybook.sandbox;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The test cards, by the tokens that stand for them; each selects a behaviour. */
enum TestCard {
    APPROVE("tok_approve"),
    /** Insufficient funds. */
    DECLINE("tok_decline"),
    /** Approves after a while; until then nothing is in the books. */
    SLOW("tok_slow"),
    /** Books nothing, never answers. */
    HANG("tok_hang"),
    /** Books the authorization, never answers. */
    LOST_ANSWER("tok_lost_answer"),
    /** Always a 500; books nothing. */
    ERROR("tok_error"),
    /** Authorizes; capture is refused. */
    CAPTURE_REFUSED("tok_capture_refused"),
    /** Authorizes; capture is refused, and letting go fails with a 500 until the sandbox is mended. */
    VOID_ERROR("tok_void_error");

    private static final Map<String, TestCard> BY_TOKEN =
            Arrays.stream(values()).collect(Collectors.toMap(TestCard::token, Function.identity()));

    private final String token;

    TestCard(String token) {
        this.token = token;
    }

    String token() {
        return token;
    }

    boolean refusesCapture() {
        return this == CAPTURE_REFUSED || this == VOID_ERROR;
    }

    static Optional<TestCard> of(String token) {
        return Optional.ofNullable(BY_TOKEN.get(token));
    }
}
