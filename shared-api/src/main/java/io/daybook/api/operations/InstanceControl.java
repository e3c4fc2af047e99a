package io.daybook.api.operations;

/**
 * What operators have decided about one instance.
 *
 * @param loadFactor the size of its share in relation to that of the others
 */
public record InstanceControl(Participation participation, int loadFactor) {

    public static final int USUAL_LOAD_FACTOR = 100;
    public static final int MOST_LOAD_FACTOR = 1000;

    /** Nobody has decided anything. */
    public static final InstanceControl USUAL = new InstanceControl(Participation.FULL, USUAL_LOAD_FACTOR);

    /** Whether commands and queries are sent to it. */
    public boolean getsMessages() {
        return participation == Participation.FULL;
    }

    /** Whether it works on events. */
    public boolean worksOnEvents() {
        return participation != Participation.DISABLED;
    }

    InstanceControl with(Participation changed) {
        return new InstanceControl(changed, loadFactor);
    }

    InstanceControl with(int changed) {
        return new InstanceControl(participation, changed);
    }
}
