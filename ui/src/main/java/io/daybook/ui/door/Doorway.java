package io.daybook.ui.door;

import io.daybook.api.customer.Tier;
import io.daybook.api.order.OrderId;
import io.daybook.ui.http.ProblemWriter;
import io.daybook.ui.placement.OrderingBusy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Has few requests that place orders read, checked and sent on at the same time; the others wait, in the order in which they
 * came. Many at once would be no faster, as all of it is work for the processor, and would keep that from the orders that
 * are under way. Each tier has a door of its own, so that a VIP order does not wait behind standard ones; so have people at the
 * checkout, who come one by one. Nobody waits here for an order to be settled.
 *
 * <p>An order that is not taken for want of capacity is sent away here, before anything else is done with it: most of what a
 * request costs would be spent to no purpose.
 */
final class Doorway extends OncePerRequestFilter {

    /** Longer ones are not looked into: 16 KB are an order of some hundred lines. */
    private static final int LONGEST_LOOKED_INTO = 16 * 1024;

    private enum Door {
        STANDARD,
        VIP,
        CHECKOUT
    }

    private final Map<Door, Semaphore> places = new EnumMap<>(Door.class);
    private final Duration patience;
    private final Arrivals arrivals;
    private final BiConsumer<OrderId, Tier> admission;
    private final ProblemWriter problems;

    /**
     * @param places   requests at the same time, at each door
     * @param patience who has waited so long goes in all the same: somebody inside may wait for a slow connection
     * @param admission throws {@link OrderingBusy} for an order that is not to be taken now
     */
    Doorway(
            int places,
            Duration patience,
            Arrivals arrivals,
            BiConsumer<OrderId, Tier> admission,
            ProblemWriter problems) {
        for (Door door : Door.values()) {
            this.places.put(door, new Semaphore(places, true));
        }
        this.patience = patience;
        this.arrivals = arrivals;
        this.admission = admission;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (request.getRequestURI().substring(request.getContextPath().length())) {
            case DoorConfiguration.CHECKOUT -> enter(Door.CHECKOUT, request, response, chain);
            case DoorConfiguration.AGREED_ORDERS -> {
                if (canBeLookedInto(request)) {
                    KeptBody kept = KeptBody.of(request);
                    comes(arrivals.agreed(request, kept.body()), kept, response, chain);
                } else {
                    enter(Door.STANDARD, request, response, chain);
                }
            }
            default -> comes(arrivals.own(request), request, response, chain);
        }
    }

    private static boolean canBeLookedInto(HttpServletRequest request) {
        int length = request.getContentLength();
        return length >= 0 && length <= LONGEST_LOOKED_INTO;
    }

    private void comes(
            Optional<Arrival> arrival, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (arrival.isPresent()) {
            try {
                admission.accept(arrival.get().order(), arrival.get().tier());
            } catch (OrderingBusy busy) {
                problems.answer(response, busy);
                return;
            }
        }
        boolean vip = arrival.filter(known -> known.tier() == Tier.VIP).isPresent();
        enter(vip ? Door.VIP : Door.STANDARD, request, response, chain);
    }

    private void enter(Door door, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Semaphore free = Objects.requireNonNull(places.get(door));
        boolean hasPlace = waitFor(free);
        try {
            chain.doFilter(request, response);
        } finally {
            if (hasPlace) {
                free.release();
            }
        }
    }

    private boolean waitFor(Semaphore free) {
        try {
            return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
