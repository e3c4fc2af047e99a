package io.daybook.ui.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.Tier;
import io.daybook.api.order.OrderId;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.http.ApiJson;
import io.daybook.ui.http.ProblemWriter;
import io.daybook.ui.placement.OrderPlacement;
import io.daybook.ui.placement.OrderingBusy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class DoorwayTest {

    private static final String ADA = "ada-is-standard";
    private static final String EVE = "eve-is-vip";
    private static final String STAFF = "staff";
    private static final Map<String, Account> ACCOUNTS = Map.of(
            ADA, account(ADA, Role.CUSTOMER), EVE, account(EVE, Role.CUSTOMER), STAFF, account(STAFF, Role.SUPPORT));
    private static final Map<CustomerId, Tier> TIERS =
            Map.of(new CustomerId(ADA), Tier.STANDARD, new CustomerId(EVE), Tier.VIP);

    private final ApiJson json = new ApiJson();
    private final Set<Tier> sentAway = EnumSet.noneOf(Tier.class);
    private final Queue<OrderId> askedFor = new ConcurrentLinkedQueue<>();
    private final Queue<String> inside = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<@Nullable Void> leave = new CompletableFuture<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private static Account account(String name, Role role) {
        return new Account(name + "@example.org", name, name, Set.of(role));
    }

    @AfterEach
    void end() {
        leave.complete(null);
        threads.shutdownNow();
    }

    @Test
    void so_many_are_inside_at_a_time_and_the_others_follow() {
        Doorway doorway = doorway(2, Duration.ofMinutes(1));
        CompletableFuture<?> all =
                CompletableFuture.allOf(comes(doorway, own(ADA)), comes(doorway, own(ADA)), comes(doorway, own(ADA)));
        await().until(() -> inside.size() == 2);
        assertThat(all).isNotDone();

        leave.complete(null);

        assertThat(all).succeedsWithin(Duration.ofSeconds(10));
        assertThat(inside).hasSize(3);
    }

    @Test
    void a_vip_order_and_people_at_the_checkout_do_not_wait_behind_standard_orders() {
        Doorway doorway = doorway(1, Duration.ofMinutes(1));
        comes(doorway, own(ADA));
        comes(doorway, agreed(ADA));
        await().until(() -> inside.size() == 1);

        comes(doorway, own(EVE));
        await().until(() -> inside.size() == 2);
        comes(doorway, new MockHttpServletRequest("POST", "/checkout"));
        await().until(() -> inside.size() == 3);

        CompletableFuture<?> second = comes(doorway, agreed(EVE));
        leave.complete(null);
        assertThat(second).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void who_has_waited_long_enough_goes_in_all_the_same() {
        Doorway doorway = doorway(1, Duration.ofMillis(10));

        CompletableFuture<?> first = comes(doorway, own(ADA));
        CompletableFuture<?> second = comes(doorway, own(ADA));

        await().until(() -> inside.size() == 2);
        leave.complete(null);
        assertThat(CompletableFuture.allOf(first, second)).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void who_only_looks_does_not_wait() {
        Doorway doorway = doorway(1, Duration.ofMinutes(1));
        comes(doorway, own(ADA));
        await().until(() -> inside.size() == 1);

        comes(doorway, new MockHttpServletRequest("GET", "/api/v1/orders"));

        await().until(() -> inside.size() == 2);
    }

    @Test
    void who_is_not_taken_is_told_so_at_the_door_and_vip_orders_are_taken_all_the_same() throws Exception {
        sentAway.add(Tier.STANDARD);
        leave.complete(null);
        Doorway doorway = doorway(1, Duration.ofMinutes(1));

        MockHttpServletResponse away = comes(doorway, own(ADA)).get();
        MockHttpServletResponse agreedAway = comes(doorway, agreed(ADA)).get();
        comes(doorway, own(EVE)).get();
        comes(doorway, agreed(EVE)).get();

        assertThat(away.getStatus()).isEqualTo(429);
        assertThat(away.getHeader("Retry-After")).isEqualTo("31");
        assertThat(away.getContentType()).isEqualTo("application/problem+json");
        assertThat(json.mapper()
                        .readTree(away.getContentAsByteArray())
                        .path("detail")
                        .asString())
                .contains("Orders wait for about 30 s", "2026-01-01T12:00:31Z");
        assertThat(agreedAway.getStatus()).isEqualTo(429);
        assertThat(inside).hasSize(2);
    }

    @Test
    void it_is_decided_on_the_order_that_the_request_will_become() throws Exception {
        leave.complete(null);
        Doorway doorway = doorway(1, Duration.ofMinutes(1));

        comes(doorway, own(ADA)).get();
        comes(doorway, agreed(EVE)).get();

        assertThat(askedFor)
                .containsExactly(
                        OrderPlacement.orderId(ACCOUNTS.get(ADA), "key"),
                        OrderPlacement.agreedOrderId(ACCOUNTS.get(STAFF), "key"));
    }

    @Test
    void what_staff_sent_is_read_by_whoever_deals_with_it() throws Exception {
        leave.complete(null);
        Doorway doorway = doorway(1, Duration.ofMinutes(1));
        String body = "{\"lines\": [], \"customerId\": \"eve-is-vip\"}";

        comes(doorway, agreedBody(body)).get();

        assertThat(inside).containsExactly(body);
    }

    @Test
    void whose_order_cannot_be_told_goes_in_and_is_judged_there() throws Exception {
        sentAway.addAll(EnumSet.allOf(Tier.class));
        leave.complete(null);
        Doorway doorway = doorway(1, Duration.ofMinutes(1));
        MockHttpServletRequest keyless = own(ADA);
        keyless.removeHeader(Arrivals.IDEMPOTENCY_KEY);
        MockHttpServletRequest unknownLength = agreed(ADA);
        unknownLength.setContent(null);

        comes(doorway, keyless).get();
        comes(doorway, unknownLength).get();
        comes(doorway, own("nobody-knows-this-token")).get();
        comes(doorway, agreed("nobody-knows-this-customer")).get();
        comes(doorway, agreedBody("{\"customerId\": 17850}")).get();
        comes(doorway, agreedBody("{\"customerId\": \"a b\"}")).get();
        comes(doorway, agreedBody("{\"customerId\"")).get();
        comes(doorway, agreedBody("[]".repeat(20_000))).get();

        assertThat(inside).hasSize(8);
        assertThat(askedFor).isEmpty();
    }

    @Test
    void a_guest_s_order_is_a_standard_one() throws Exception {
        sentAway.add(Tier.STANDARD);
        Doorway doorway = doorway(1, Duration.ofMinutes(1));

        assertThat(comes(doorway, agreedBody("{\"lines\": [{\"customerId\": \"eve-is-vip\"}]}"))
                        .get()
                        .getStatus())
                .isEqualTo(429);
        assertThat(comes(doorway, agreedBody("{\"customerId\": null}")).get().getStatus())
                .isEqualTo(429);
    }

    @Test
    void customers_cannot_place_orders_as_staff_do_so_theirs_is_not_looked_into() throws Exception {
        sentAway.addAll(EnumSet.allOf(Tier.class));
        leave.complete(null);
        MockHttpServletRequest request = agreed(EVE);
        request.removeHeader("Authorization");
        request.addHeader("Authorization", "Bearer " + EVE);

        comes(doorway(1, Duration.ofMinutes(1)), request).get();

        assertThat(inside).hasSize(1);
    }

    private Doorway doorway(int places, Duration patience) {
        Arrivals arrivals = new Arrivals(
                token -> Optional.ofNullable(ACCOUNTS.get(token)),
                customer -> CompletableFuture.completedFuture(Optional.ofNullable(TIERS.get(customer))),
                json.mapper(),
                Duration.ofSeconds(10));
        return new Doorway(places, patience, arrivals, this::admit, new ProblemWriter(json));
    }

    private void admit(OrderId order, Tier tier) {
        askedFor.add(order);
        if (sentAway.contains(tier)) {
            throw new OrderingBusy(
                    Duration.ofSeconds(30), Duration.ofSeconds(31), Instant.parse("2026-01-01T12:00:00Z"));
        }
    }

    private static MockHttpServletRequest own(String token) {
        return order("/api/v1/orders", token);
    }

    private static MockHttpServletRequest agreed(String customer) {
        return agreedBody("{\"lines\": [{\"sku\": \"A\", \"quantity\": 1}], \"customerId\": \"" + customer + "\"}");
    }

    private static MockHttpServletRequest agreedBody(String body) {
        MockHttpServletRequest request = order("/api/v1/staff/orders", STAFF);
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return request;
    }

    private static MockHttpServletRequest order(String path, String token) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.addHeader("Authorization", "Bearer " + token);
        request.addHeader(Arrivals.IDEMPOTENCY_KEY, "key");
        return request;
    }

    private CompletableFuture<MockHttpServletResponse> comes(Doorway doorway, MockHttpServletRequest request) {
        return CompletableFuture.supplyAsync(
                () -> {
                    MockHttpServletResponse response = new MockHttpServletResponse();
                    try {
                        doorway.doFilter(request, response, (passed, answer) -> {
                            inside.add(new String(passed.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
                            leave.join();
                        });
                    } catch (Exception failure) {
                        throw new IllegalStateException(failure);
                    }
                    return response;
                },
                threads);
    }
}
