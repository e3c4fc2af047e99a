package io.daybook.ui.placement;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Has few requests that place orders read, checked and refused or sent on at the same time; the others wait, in the order in
 * which they came. Many at once would be no faster, as all of it is work for the processor, and would keep that from the
 * orders that are under way. Nobody waits here for an order to be settled.
 */
final class Doorway extends OncePerRequestFilter {

    private final Semaphore places;
    private final Duration patience;

    /**
     * @param places   requests at the same time
     * @param patience who has waited so long goes in all the same: somebody inside may wait for a slow connection
     */
    Doorway(int places, Duration patience) {
        this.places = new Semaphore(places, true);
        this.patience = patience;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean hasPlace = waitForPlace();
        try {
            chain.doFilter(request, response);
        } finally {
            if (hasPlace) {
                places.release();
            }
        }
    }

    private boolean waitForPlace() {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
