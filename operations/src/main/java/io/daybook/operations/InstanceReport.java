package io.daybook.operations;

import io.daybook.api.customer.Tier;
import io.daybook.api.operations.Participation;
import java.time.Instant;
import java.util.List;

/**
 * What an instance says of itself.
 *
 * @param process     name of the process and machine it runs in
 * @param at          when it said so
 * @param participation how far it takes part
 * @param loadFactor  its share of its service's commands, in relation to that of the others
 * @param troubles    why it is not well; empty when it is
 * @param commands    what it has done with commands
 * @param queries     what it has done with queries
 * @param events      events that its processors have handled
 * @param processors  names of the event processors of which it works on a segment
 * @param lines       where orders of both tiers wait for a place in it
 */
public record InstanceReport(
        String name,
        String service,
        String process,
        String version,
        Instant startedAt,
        Instant at,
        Participation participation,
        int loadFactor,
        List<String> troubles,
        Work commands,
        Work queries,
        long events,
        List<String> processors,
        List<LineReport> lines) {

    /**
     * Messages of one kind.
     *
     * @param handled   since the instance was started
     * @param perSecond since the report before
     * @param inFlight  begun and not ended
     * @param millis    mean time of one, since the report before
     */
    public record Work(long handled, double perSecond, int inFlight, double millis) {

        static final Work NONE = new Work(0, 0, 0, 0);
    }

    /**
     * How a tier fares where work waits for one of so many places.
     *
     * @param line       what waits there
     * @param guaranteed places that the tier is guaranteed
     * @param taken      places that it holds
     * @param waiting    pieces of work that wait
     * @param perSecond  pieces of work that were done, since the report before
     * @param waitMillis mean time that one waited
     * @param workMillis mean time that one held its place
     */
    public record LineReport(
            String line,
            Tier tier,
            int guaranteed,
            int taken,
            int waiting,
            double perSecond,
            double waitMillis,
            double workMillis) {}
}
