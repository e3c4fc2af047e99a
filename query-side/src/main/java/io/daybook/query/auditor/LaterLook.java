package io.daybook.query.auditor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Looks again at what could not be decided, and at what is found and not repaired yet. */
final class LaterLook implements Step {

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int SUSPECTS = 50;
    private static final int FINDINGS = 20;

    private final Suspects suspects;
    private final FindingStore findings;
    private final Look look;
    private final Clock clock;
    private Instant next = Instant.EPOCH;
    private List<String> open = List.of();

    LaterLook(Suspects suspects, FindingStore findings, Look look, Clock clock) {
        this.suspects = suspects;
        this.findings = findings;
        this.look = look;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "later";
    }

    @Override
    public boolean take() throws InterruptedException {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return false;
        }
        next = now.plus(PAUSE);
        List<Suspects.Suspect> taken = suspects.take(SUSPECTS);
        for (String area : taken.stream().map(Suspects.Suspect::area).distinct().toList()) {
            List<String> ids = taken.stream()
                    .filter(each -> each.area().equals(area))
                    .map(Suspects.Suspect::id)
                    .toList();
            for (String undecided : look.again(area, ids)) {
                suspects.add(area, undecided);
            }
        }
        for (String id : someOpen()) {
            look.atFinding(id);
        }
        return !taken.isEmpty();
    }

    /** In turns, when there are many. */
    private List<String> someOpen() {
        Set<String> all = findings.open();
        List<String> some = Stream.concat(
                        open.stream().filter(all::contains), all.stream().filter(each -> !open.contains(each)))
                .limit(FINDINGS)
                .toList();
        List<String> rest = new ArrayList<>(all);
        rest.removeAll(some);
        open = rest;
        return some;
    }
}
