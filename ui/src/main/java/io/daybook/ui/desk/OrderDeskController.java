package io.daybook.ui.desk;

import io.daybook.api.InvalidValue;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.Tier;
import io.daybook.api.order.OrderQuery.OrderPage;
import io.daybook.api.order.OrderState;
import io.daybook.api.order.OrderView;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.pages.Access;
import io.daybook.ui.pages.Paging;
import io.daybook.ui.pages.ReadPosition;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Everybody's orders, searched by staff. */
@Controller
class OrderDeskController {

    private final OrderFinder finder;
    private final CustomerDirectory customers;
    private final ReadPosition position;
    private final DeskSettings settings;

    OrderDeskController(OrderFinder finder, CustomerDirectory customers, ReadPosition position, DeskSettings settings) {
        this.finder = finder;
        this.customers = customers;
        this.position = position;
        this.settings = settings;
    }

    /** What the form above the list says; texts, because anything may stand in an address. */
    public record Search(String q, String state, String tier) {}

    @GetMapping("/staff/orders")
    String orders(
            @AuthenticationPrincipal @Nullable Account visitor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String tier,
            @RequestParam(required = false) @Nullable String page,
            HttpServletRequest request,
            Model model) {
        Access.staff(visitor, Role.SUPPORT, Role.OPERATOR);
        long atLeast = position.of(request);
        OrderPage found = find(
                new OrderFinder.Wanted(q.strip(), null, Choices.state(state), Choices.tier(tier)),
                Paging.index(page),
                atLeast,
                model);
        Map<CustomerId, String> emails = customers.emails(found.orders().stream()
                .map(OrderView::customerId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        model.addAttribute(
                "found",
                found.orders().stream()
                        .map(order -> FoundOrder.of(order, emails))
                        .toList());
        model.addAttribute("total", found.total());
        model.addAttribute("search", new Search(q, state, tier));
        model.addAttribute("states", OrderState.values());
        model.addAttribute("behind", found.position() < atLeast);
        model.addAttribute(
                "paging",
                Paging.of(
                        found.page(),
                        found.pages(),
                        UriComponentsBuilder.fromPath(request.getContextPath() + "/staff/orders")
                                .queryParam("q", "{q}")
                                .queryParam("state", "{state}")
                                .queryParam("tier", "{tier}")
                                .uriVariables(Map.of("q", q, "state", state, "tier", tier))));
        return "staff/orders";
    }

    private OrderPage find(OrderFinder.Wanted wanted, int page, long atLeast, Model model) {
        try {
            return finder.find(wanted, page, settings.pageSize(), atLeast);
        } catch (InvalidValue wrong) {
            model.addAttribute("wrong", wrong.reason());
            return new OrderPage(List.of(), 0, page, settings.pageSize(), atLeast);
        }
    }

    /** What a choice in a form means; nothing and nonsense mean any. */
    static final class Choices {

        private Choices() {}

        static @Nullable OrderState state(String name) {
            for (OrderState state : OrderState.values()) {
                if (state.name().equals(name)) {
                    return state;
                }
            }
            return null;
        }

        static @Nullable Tier tier(String name) {
            for (Tier tier : Tier.values()) {
                if (tier.name().equals(name)) {
                    return tier;
                }
            }
            return null;
        }
    }
}
