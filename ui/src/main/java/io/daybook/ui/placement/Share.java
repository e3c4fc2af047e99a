package io.daybook.ui.placement;

/**
 * The share of orders that is taken: halved while those that were taken wait for too long, or soon will at the rate at which
 * their waits grow, and raised step by step when they do not. Not for several threads.
 */
final class Share {

    static final double LEAST = 0.02;
    private static final double DOWN = 0.5;
    private static final double UP = 1.2;

    /** Waits that grow by this part of the longest from one look to the next are soon too long. */
    private static final double GROWS = 0.1;

    /** With waits below this part of the longest nobody is sent away. */
    private static final double LITTLE = 0.1;

    private double share = 1;
    private double before;
    private double credit;

    /**
     * What one look sees alone may be wrong: an instance that has just begun knows little. So it takes two to take fewer orders.
     *
     * @param load how long orders wait, in relation to how long they should at most
     */
    void adjust(double load) {
        double growth = load - before;
        double certain = Math.min(load, before);
        before = load;
        boolean soon = certain > LITTLE && growth > GROWS && load + growth > 0.5;
        if (certain > 1 || soon) {
            share = Math.max(LEAST, share * DOWN);
        } else if (load < LITTLE) {
            share = 1;
        } else if (load < 0.5) {
            share = Math.min(1, share * UP);
        }
    }

    /** Whether to take the next one: of many, so many as the share says, evenly. */
    boolean takes() {
        credit += share;
        if (credit >= 1) {
            credit -= 1;
            return true;
        }
        return false;
    }

    double share() {
        return share;
    }
}
