package io.daybook.ui.door;

import io.daybook.operations.Niceness;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/**
 * Has the threads that answer requests leave the processors to work for VIP orders, as those for standard orders do. Were they
 * less nice than these, more orders would be taken in than can be dealt with, and at their expense.
 */
final class GivingWay implements Filter {

    /** The first reading makes the thread nice. */
    private final ThreadLocal<Niceness> ofThread;

    GivingWay(Niceness niceness) {
        ofThread = ThreadLocal.withInitial(() -> {
            niceness.beNice();
            return niceness;
        });
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ofThread.get();
        chain.doFilter(request, response);
    }
}
