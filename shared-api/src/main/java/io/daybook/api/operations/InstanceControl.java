package io.daybook.api.operations;

/**
 * What operators have decided about one instance.
 *
 * @param loadFactor the size of its share in relation to that of the others
 */
public record InstanceControl(boolean enabled, int loadFactor) {

    public static final int USUAL_LOAD_FACTOR = 100;
    public static final int MOST_LOAD_FACTOR = 1000;

    /** Nobody has decided anything. */
    public static final InstanceControl USUAL = new InstanceControl(true, USUAL_LOAD_FACTOR);
}
