package io.daybook.ui.orders;

import io.daybook.api.order.OrderQuery.FindCustomerOrders;
import io.daybook.api.order.OrderQuery.OrderPage;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.pages.Access;
import io.daybook.ui.pages.Paging;
import io.daybook.ui.pages.ReadPosition;
import io.daybook.ui.pages.Views;
import io.daybook.ui.tiers.Standings;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** All orders of a customer, newest first. */
@Controller
class HistoryController {

    private final Views views;
    private final ReadPosition position;
    private final Standings standings;
    private final OrderSettings settings;

    HistoryController(Views views, ReadPosition position, Standings standings, OrderSettings settings) {
        this.views = views;
        this.position = position;
        this.standings = standings;
        this.settings = settings;
    }

    @GetMapping("/orders")
    String orders(
            @AuthenticationPrincipal @Nullable Account visitor,
            @RequestParam(required = false) @Nullable String page,
            HttpServletRequest request,
            Model model) {
        Account account = Access.signedIn(visitor);
        long atLeast = position.of(request);
        FindCustomerOrders query =
                new FindCustomerOrders(account.customerId(), Paging.index(page), settings.pageSize(), atLeast);
        OrderPage orders = views.ask(query, OrderPage.class);
        model.addAttribute(
                "orders",
                orders.orders().stream()
                        .map(order -> OrderDetails.of(order, false))
                        .toList());
        model.addAttribute("total", orders.total());
        model.addAttribute("standing", standings.of(account.customerId(), atLeast));
        model.addAttribute("behind", orders.position() < atLeast);
        model.addAttribute(
                "paging",
                Paging.of(
                        orders.page(),
                        orders.pages(),
                        UriComponentsBuilder.fromPath(request.getContextPath() + "/orders")));
        return "orders/history";
    }
}
