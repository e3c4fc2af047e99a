package io.daybook.query.auditor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/** What could not be decided when it was looked at: it is looked at again later. Used by one thread. */
final class Suspects {

    private static final int MOST = 2_000;

    record Suspect(String area, String id) {}

    private final Queue<Suspect> waiting = new ArrayDeque<>();
    private final Set<Suspect> known = new HashSet<>();

    /** When there are too many, the next round meets them again. */
    void add(String area, String id) {
        Suspect suspect = new Suspect(area, id);
        if (waiting.size() < MOST && known.add(suspect)) {
            waiting.add(suspect);
        }
    }

    List<Suspect> take(int most) {
        List<Suspect> taken = new ArrayList<>();
        while (taken.size() < most && !waiting.isEmpty()) {
            Suspect next = waiting.remove();
            known.remove(next);
            taken.add(next);
        }
        return taken;
    }
}
