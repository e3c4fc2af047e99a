package io.daybook.ui.checkout;

import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderQuery.FindCustomerOrders;
import io.daybook.api.order.OrderQuery.OrderPage;
import io.daybook.api.order.OrderView;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.cart.CartView;
import io.daybook.ui.cart.VisitorsCart;
import io.daybook.ui.orders.FreshOrders;
import io.daybook.ui.pages.Access;
import io.daybook.ui.pages.ReadPosition;
import io.daybook.ui.pages.ViewUnavailable;
import io.daybook.ui.pages.Views;
import io.daybook.ui.shop.Catalogue;
import io.daybook.ui.stock.VisitorsStock;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The checkout's page. */
@Controller
class CheckoutController {

    private static final String RETRY_AFTER_SECONDS = "5";

    private final VisitorsCart carts;
    private final Catalogue catalogue;
    private final Views views;
    private final Checkout checkout;
    private final ReadPosition position;
    private final FreshOrders fresh;
    private final VisitorsStock stock;

    CheckoutController(
            VisitorsCart carts,
            Catalogue catalogue,
            Views views,
            Checkout checkout,
            ReadPosition position,
            FreshOrders fresh,
            VisitorsStock stock) {
        this.carts = carts;
        this.catalogue = catalogue;
        this.views = views;
        this.checkout = checkout;
        this.position = position;
        this.fresh = fresh;
        this.stock = stock;
    }

    @GetMapping("/checkout")
    String checkout(@AuthenticationPrincipal @Nullable Account visitor, HttpServletRequest request, Model model) {
        Account account = Access.signedIn(visitor);
        CartView cart = CartView.of(carts.find(request), catalogue);
        if (cart.isEmpty()) {
            return "redirect:/cart";
        }
        model.addAttribute("form", prefilled(account, cart.key()));
        return show(cart, model);
    }

    @PostMapping("/checkout")
    String order(
            @AuthenticationPrincipal @Nullable Account visitor,
            @Valid @ModelAttribute("form") CheckoutForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Account account = Access.signedIn(visitor);
        var cart = carts.find(request);
        String earlier = cart.placed().get(form.key());
        if (earlier != null) {
            // The button was pressed twice: the second press finds the order of the first.
            return "redirect:/orders/" + earlier;
        }
        CartView shown = CartView.of(cart, catalogue);
        if (shown.isEmpty()) {
            return "redirect:/cart";
        }
        if (!errors.hasErrors()) {
            switch (checkout.place(account, shown, form, errors)) {
                case PLACED -> {
                    OrderId order = checkout.orderId(account, shown.key());
                    carts.becameOrder(request, shown.key(), order.value());
                    fresh.placed(request, order);
                    return sent(order, request);
                }
                case UNKNOWN -> {
                    // The basket keeps its goods and its key: pressed again, it is the same order.
                    OrderId order = checkout.orderId(account, shown.key());
                    fresh.unanswered(request, order);
                    return sent(order, request);
                }
                case KEY_USED -> {
                    carts.renewKey(request, shown.key());
                    model.addAttribute(
                            "earlierOrder",
                            checkout.orderId(account, shown.key()).value());
                    shown = CartView.of(carts.find(request), catalogue);
                }
                case AWAY -> {
                    model.addAttribute("orderingAway", true);
                    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                    response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
                    return show(shown, model);
                }
                case REFUSED -> {}
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return show(shown, model);
    }

    private String sent(OrderId order, HttpServletRequest request) {
        position.advance(request);
        stock.changed(request, order);
        return "redirect:/orders/" + order;
    }

    private CheckoutForm prefilled(Account account, String key) {
        return lastOrder(account)
                .map(order -> CheckoutForm.asLastTime(order.shippingAddress(), key))
                .orElseGet(() -> CheckoutForm.firstTime(account.name(), key));
    }

    /** Saves some typing, and is not worth failing for. */
    private Optional<OrderView> lastOrder(Account account) {
        try {
            FindCustomerOrders last = new FindCustomerOrders(account.customerId(), 0, 1, 0);
            return views.ask(last, OrderPage.class).orders().stream().findFirst();
        } catch (ViewUnavailable away) {
            return Optional.empty();
        }
    }

    private static String show(CartView cart, Model model) {
        model.addAttribute("cart", cart);
        model.addAttribute("cards", CardChoice.all());
        return "checkout/checkout";
    }
}
