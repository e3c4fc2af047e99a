package io.daybook.api;

/**
 * Why a command was refused, in a form that survives the way back from another process. Command handlers throw it inside
 * a {@link CommandRefused}; callers get it back from there.
 *
 * @param code   stable, for programs
 * @param reason for people
 */
public record Refusal(Code code, String reason) {

    /** What callers may tell apart. */
    public enum Code {
        /** There is no such thing. */
        NOT_FOUND,
        /** It exists already, and is not the same. */
        CONFLICT,
        /** Its present state does not allow it. */
        NOT_ALLOWED_NOW,
        /** A value of the command makes no sense. */
        INVALID
    }
}
