package io.daybook.ui.cart;

import io.daybook.ui.accounts.Account;
import io.daybook.ui.pages.FramePart;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.ui.ModelMap;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The cart of whoever is asking. What a visitor collected before signing in is poured into the account's cart at the first
 * request after it.
 */
public final class VisitorsCart implements FramePart {

    private final Carts carts;
    private final CartOwner owner;
    private final CartSettings settings;

    VisitorsCart(Carts carts, CartOwner owner, CartSettings settings) {
        this.carts = carts;
        this.owner = owner;
        this.settings = settings;
    }

    /** The cart; empty when the visitor has none. */
    public Cart find(HttpServletRequest request) {
        String id = existing(request);
        return id == null ? Cart.empty() : carts.find(id);
    }

    /** Changes the cart as it is at that moment, and returns it changed. */
    public Cart change(HttpServletRequest request, UnaryOperator<Cart> change) {
        String id = existing(request);
        return carts.change(id == null ? owner.name(request, response(), settings.keptFor()) : id, change);
    }

    /** The cart under this key has become this order: it is emptied, once. */
    public void becameOrder(HttpServletRequest request, String key, String orderId) {
        change(request, cart -> cart.becameOrder(key, orderId));
    }

    /** The cart's key was used up by an order with other content: it gets another. */
    public void renewKey(HttpServletRequest request, String usedKey) {
        change(request, cart -> cart.renewed(usedKey));
    }

    /** Puts goods into the cart. */
    public Cart add(HttpServletRequest request, Iterable<CartLine> lines) {
        return change(request, cart -> {
            Cart filled = cart;
            for (CartLine line : lines) {
                filled = filled.with(line.sku(), line.quantity());
            }
            return filled;
        });
    }

    @Override
    public void contribute(HttpServletRequest request, ModelMap model) {
        // A page that can do without shows no number rather than none of itself.
        if (!model.containsAttribute("cartUnits") && carts.areThere()) {
            model.addAttribute("cartUnits", find(request).units());
        }
    }

    private @Nullable String existing(HttpServletRequest request) {
        String named = owner.named(request);
        Account account = account();
        if (account == null) {
            return named;
        }
        String own = CartOwner.ofAccount(account);
        if (named != null) {
            Cart collected = carts.find(named);
            if (!collected.isEmpty()) {
                carts.change(own, cart -> cart.pour(named, collected));
            }
            carts.delete(named);
            owner.forget(request, response());
        }
        return own;
    }

    private static @Nullable Account account() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Account account ? account : null;
    }

    private static HttpServletResponse response() {
        if (RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes attributes
                && attributes.getResponse() != null) {
            return attributes.getResponse();
        }
        throw new IllegalStateException("outside a request");
    }
}
