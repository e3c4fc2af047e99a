package io.daybook.ui.placement;

/**
 * The share of orders that is taken: halved while those that were taken wait for too long, and raised step by step when they
 * do not. Not for several threads.
 */
final class Share {

    static final double LEAST = 0.02;
    private static final double DOWN = 0.5;
    private static final double UP = 1.2;

    private double share = 1;
    private double credit;

    /** @param load how long orders wait, in relation to how long they should at most */
    void adjust(double load) {
        if (load > 1) {
            share = Math.max(LEAST, share * DOWN);
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
