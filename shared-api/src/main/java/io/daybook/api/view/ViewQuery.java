package io.daybook.api.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked about the views as such. */
public sealed interface ViewQuery {

    /** How far each view has come in the log, by name, answered with a {@link ViewPositionList}. */
    record FindViewPositions() implements ViewQuery {}

    record ViewPositionList(List<ViewPosition> views) {}

    /** @param position of the last event that its answers reflect; -1 before the first */
    record ViewPosition(String view, long position) {}

    /** The copies that there are of each view, and what is done with them, answered with a {@link ViewCopyList}. */
    record FindViewCopies() implements ViewQuery {}

    record ViewCopyList(List<ViewCopies> views) {}

    /**
     * One view.
     *
     * @param position of the last event that its answers reflect; -1 before the first
     * @param live     the copy that questions are answered from
     * @param kept     the copy that was live before, if it has been kept
     * @param rebuild  the copy that is made beside it, or was last
     * @param aside    how many events that copy has put aside, because they or one before them cannot be handled
     */
    record ViewCopies(
            String view,
            long position,
            Copy live,
            @Nullable Copy kept,
            @Nullable Rebuilding rebuild,
            long aside) {}

    /**
     * One copy of a view.
     *
     * @param documents how many it has
     * @param position  of the last event that it reflects, as far as it is on record
     */
    record Copy(String name, long documents, long position) {}

    /** Where a rebuild stands. */
    enum Phase {
        /** Entries are taken over that last changed before the time from which it is rebuilt. */
        TAKING_OVER,
        /** The log is read. */
        BUILDING,
        /** It is compared with the live copy. */
        COMPARING,
        /** It follows the log, and is equal. */
        EQUAL,
        /** It follows the log, and is not equal. */
        DIFFERENT,
        /** It is the live copy now. */
        SWAPPED,
        /** Somebody has ended it. */
        CANCELLED,
        /** It could not be done. */
        FAILED
    }

    /**
     * A rebuild.
     *
     * @param rebuild    its identifier
     * @param copy       the name of what it makes
     * @param position   of the last event that the copy reflects
     * @param start      the position from which on it reads the log
     * @param head       of the last event of the log, when that was last looked at
     * @param rate       events read a second, lately
     * @param waiting    whether it waits until another rebuild is done
     * @param resting    whether it rests between batches, because there is traffic
     * @param failure    why it could not be done
     * @param comparison what was found last
     */
    record Rebuilding(
            String rebuild,
            String copy,
            Phase phase,
            long position,
            long start,
            long head,
            long rate,
            boolean waiting,
            boolean resting,
            Instant began,
            Instant at,
            @Nullable String failure,
            @Nullable Comparison comparison) {}

    /**
     * What was found when a copy was compared with the live one, both at the same position.
     *
     * @param liveDocuments how many the live one has
     * @param liveChecksum  sum over the checksums of the contents of all, in hexadecimal
     * @param differing     entries that one of them has not, or that are not the same
     * @param examples      some of them
     */
    record Comparison(
            long position,
            Instant at,
            long liveDocuments,
            long copyDocuments,
            String liveChecksum,
            String copyChecksum,
            long differing,
            List<Difference> examples) {}

    /** An entry that differs: a field for each difference, or what one of the copies has not. */
    record Difference(String id, List<FieldDifference> fields) {}

    /** @param live as text; empty when it is not there, like {@code copy} */
    record FieldDifference(String field, String live, String copy) {}
}
