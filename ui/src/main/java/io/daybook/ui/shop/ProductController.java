package io.daybook.ui.shop;

import io.daybook.api.InvalidValue;
import io.daybook.api.catalog.Sku;
import io.daybook.ui.pages.Fragments;
import io.daybook.ui.pages.LiveStream;
import io.daybook.ui.pages.LiveStreams;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A product's page, whose stock changes while it is open. */
@Controller
class ProductController {

    private final Catalogue catalogue;
    private final LiveStock live;
    private final LiveStreams streams;
    private final Fragments fragments;

    ProductController(Catalogue catalogue, LiveStock live, LiveStreams streams, Fragments fragments) {
        this.catalogue = catalogue;
        this.live = live;
        this.streams = streams;
        this.fragments = fragments;
    }

    @GetMapping("/products/{code}")
    String product(@PathVariable String code, Model model) {
        Product product = catalogue.find(sku(code)).orElseThrow(ProductController::unknown);
        model.addAttribute("product", product);
        model.addAttribute("stock", product.stock());
        return "shop/product";
    }

    @GetMapping(path = "/products/{code}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(@PathVariable String code, HttpServletRequest request) {
        Sku sku = sku(code);
        if (catalogue.find(sku).isEmpty()) {
            throw unknown();
        }
        LiveStream stream = streams.open();
        live.follow(sku, request, stream, hint -> stream.offer("stock", () -> stock(hint)));
        return stream.emitter();
    }

    private String stock(StockHint stock) {
        return fragments.render("shop/product", "stock", Map.of("stock", stock));
    }

    private static Sku sku(String code) {
        try {
            return new Sku(code);
        } catch (InvalidValue noCode) {
            throw unknown();
        }
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
