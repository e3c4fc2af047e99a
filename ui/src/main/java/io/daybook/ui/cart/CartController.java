package io.daybook.ui.cart;

import io.daybook.api.InvalidValue;
import io.daybook.api.catalog.Sku;
import io.daybook.ui.cart.CartView.Availability;
import io.daybook.ui.pages.Fragments;
import io.daybook.ui.pages.LiveStream;
import io.daybook.ui.pages.LiveStreams;
import io.daybook.ui.pages.PageView;
import io.daybook.ui.shop.Catalogue;
import io.daybook.ui.shop.LiveStock;
import io.daybook.ui.shop.Product;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The cart's page, and everything that puts goods in or takes them out. */
@Controller
class CartController {

    private final VisitorsCart carts;
    private final Catalogue catalogue;
    private final LiveStock live;
    private final LiveStreams streams;
    private final Fragments fragments;

    CartController(VisitorsCart carts, Catalogue catalogue, LiveStock live, LiveStreams streams, Fragments fragments) {
        this.carts = carts;
        this.catalogue = catalogue;
        this.live = live;
        this.streams = streams;
        this.fragments = fragments;
    }

    @GetMapping("/cart")
    String cart(PageView view, HttpServletRequest request, Model model) {
        show(carts.find(request), model);
        return view.of("cart/cart", "cart");
    }

    @PostMapping("/cart/lines")
    String add(
            @RequestParam String sku,
            @RequestParam(defaultValue = "1") String quantity,
            PageView view,
            HttpServletRequest request,
            Model model) {
        Product product = onSale(sku(sku));
        int units = units(quantity, 1);
        Cart cart = carts.add(request, List.of(new CartLine(sku(sku), units)));
        if (!view.fragment()) {
            return "redirect:/cart";
        }
        model.addAttribute("product", product);
        model.addAttribute("inCart", cart.line(sku(sku)).map(CartLine::quantity).orElse(0));
        model.addAttribute("cartUnits", cart.units());
        return "cart/added :: added";
    }

    @PostMapping("/cart/lines/{sku}")
    String set(
            @PathVariable String sku,
            @RequestParam String quantity,
            PageView view,
            HttpServletRequest request,
            Model model) {
        int units = units(quantity, 0);
        return changed(carts.change(request, cart -> cart.set(sku(sku), units)), view, model);
    }

    @PostMapping("/cart/lines/{sku}/removal")
    String remove(@PathVariable String sku, PageView view, HttpServletRequest request, Model model) {
        return changed(carts.change(request, cart -> cart.set(sku(sku), 0)), view, model);
    }

    /** An event per product whose stock changes, named by its code. */
    @GetMapping(path = "/cart/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(HttpServletRequest request) {
        Cart cart = carts.find(request);
        LiveStream stream = streams.open();
        for (CartLine line : cart.lines()) {
            live.follow(
                    line.sku(),
                    request,
                    stream,
                    hint -> stream.offer(
                            line.sku().value(), () -> availability(new Availability(line.quantity(), hint))));
        }
        return stream.emitter();
    }

    private String availability(Availability availability) {
        return fragments.render("cart/cart", "availability", Map.of("availability", availability));
    }

    private String changed(Cart cart, PageView view, Model model) {
        if (!view.fragment()) {
            return "redirect:/cart";
        }
        show(cart, model);
        model.addAttribute("changed", true);
        return "cart/cart :: cart";
    }

    private void show(Cart cart, Model model) {
        CartView shown = CartView.of(cart, catalogue);
        model.addAttribute("cart", shown);
        model.addAttribute("cartUnits", cart.units());
        model.addAttribute("maxQuantity", Cart.MAX_QUANTITY);
    }

    private Product onSale(Sku sku) {
        Product product = catalogue.find(List.of(sku)).get(sku);
        if (product == null || !product.onSale()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return product;
    }

    private static Sku sku(String code) {
        try {
            return new Sku(code);
        } catch (InvalidValue noCode) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, noCode.getMessage(), noCode);
        }
    }

    /** What was typed as a number of units, brought within bounds: a slip of the finger is seen and put right in the cart. */
    private static int units(String typed, int min) {
        if (!typed.strip().matches("\\d{1,6}")) {
            return 1;
        }
        return Math.max(min, Math.min(Cart.MAX_QUANTITY, Integer.parseInt(typed.strip())));
    }
}
