package io.daybook.api.audit;

import io.daybook.api.Require;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of the auditor. */
public sealed interface AuditQuery {

    /**
     * Findings, the newest first, answered with {@link Findings}.
     *
     * @param state null for all
     * @param page  counted from 0
     */
    record FindFindings(@Nullable FindingState state, int page, int size) implements AuditQuery {
        public FindFindings {
            Require.between("page", page, 0, 100_000);
            Require.between("size", size, 1, 200);
        }
    }

    /** One finding, answered with {@link Findings} of one or none. */
    record FindFinding(FindingId finding) implements AuditQuery {}

    /** How far the auditor has come, answered with {@link AuditProgress}. */
    record FindAuditProgress() implements AuditQuery {}

    record Findings(List<Finding> findings, long total, long open) {}

    /**
     * @param enabled whether there is an auditor at all
     * @param share   the share of one processor that it takes at most
     * @param open    findings that are so
     */
    record AuditProgress(boolean enabled, double share, long open, List<Walk> walks) {}

    /**
     * A way that is gone round and round.
     *
     * @param name     what is gone along: {@code log}, a view's name, {@code payments}
     * @param looked   things looked at since this round began
     * @param begun    when this round began; everything was looked at after the one before it began
     * @param previous when the last whole round began; null before there was one
     * @param ended    when it ended
     * @param trouble  why it does not get on; null when it does
     */
    record Walk(
            String name,
            long looked,
            Instant begun,
            @Nullable Instant previous,
            @Nullable Instant ended,
            @Nullable String trouble) {}
}
