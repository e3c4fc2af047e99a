package io.daybook.ui.inspector;

import io.daybook.api.InvalidValue;
import io.daybook.api.catalog.Sku;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.history.HistoryQuery.FindStateAsOf;
import io.daybook.api.history.HistoryQuery.Thing;
import io.daybook.api.history.StateAsOf;
import io.daybook.api.inventory.StockId;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.api.order.OrderId;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.http.BadFields;
import io.daybook.ui.pages.Access;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Shows how an order, a customer or a product's stock stood at any time. */
@Controller
class StateController {

    private static final String PAGE = HistoryController.PAGE;

    private final Archive archive;
    private final ShownPersonalData shown;

    StateController(Archive archive, ShownPersonalData shown) {
        this.archive = archive;
        this.shown = shown;
    }

    /** What is asked for, in the words of an address. */
    enum Kind {
        ORDERS(Thing.ORDER, "Order"),
        CUSTOMERS(Thing.CUSTOMER, "Customer"),
        STOCK(Thing.STOCK, "Stock of");

        private final Thing thing;
        private final String title;

        Kind(Thing thing, String title) {
            this.thing = thing;
            this.title = title;
        }

        static Kind of(String path) {
            return valueOf(path.toUpperCase(Locale.ROOT));
        }

        Thing thing() {
            return thing;
        }

        /** Identifier as the query wants it; throws {@link InvalidValue} for what cannot be one. */
        String id(String id, String warehouse) {
            return switch (this) {
                case ORDERS -> new OrderId(id).value();
                case CUSTOMERS -> new CustomerId(id).value();
                case STOCK ->
                    StockId.of(new WarehouseId(warehouse), new Sku(id)).value();
            };
        }
    }

    @GetMapping(PAGE + "/{kind:orders|customers|stock}/{id}")
    String show(
            @AuthenticationPrincipal @Nullable Account visitor,
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam(defaultValue = "MAIN") String warehouse,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        Account account = Access.staff(visitor, Role.SUPPORT, Role.OPERATOR);
        Kind what = Kind.of(kind);
        Instant moment = null;
        Long last = null;
        try {
            moment = Moment.parse("at", at);
            last = after.isBlank() ? null : number(after);
        } catch (BadFields wrong) {
            model.addAttribute(
                    "wrong", "The moment " + wrong.errors().get(0).reason() + ". Here is how it stands now.");
        }
        StateAsOf told = archive.state(new FindStateAsOf(
                what.thing(), idOf(what, id, warehouse), moment, last, ShownPersonalData.on(model, account)));
        if (told.total() == 0) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("kind", kind);
        model.addAttribute("thing", what.title);
        model.addAttribute("id", id);
        model.addAttribute("warehouse", warehouse);
        model.addAttribute("asked", at);
        model.addAttribute("told", StatePage.of(told));
        return "staff/as-of";
    }

    static long number(String text) {
        if (!text.strip().matches("-?\\d{1,18}")) {
            throw new BadFields("after", "must be the number of an event");
        }
        return Long.parseLong(text.strip());
    }

    private static String idOf(Kind kind, String id, String warehouse) {
        try {
            return kind.id(id, warehouse);
        } catch (InvalidValue noId) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, noId.getMessage(), noId);
        }
    }

    @PostMapping(PAGE + "/{kind:orders|customers}/{id}/personal-data")
    String showPersonalData(
            @AuthenticationPrincipal @Nullable Account visitor,
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        Account account = Access.staff(visitor, Role.SUPPORT, Role.OPERATOR);
        String known = idOf(Kind.of(kind), id, "MAIN");
        shown.onNextPage(account, what(Kind.of(kind), known, after), reason, flash);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(PAGE + "/{kind}/{id}");
        if (after.matches("-?\\d{1,18}")) {
            address.queryParam("after", after);
        }
        return "redirect:" + address.encode().buildAndExpand(kind, known).toUriString();
    }

    static String what(Kind kind, String id, String after) {
        String thing = kind.title.toLowerCase(Locale.ROOT) + " " + id;
        return after.isEmpty() ? thing : thing + " as of its event " + after;
    }
}
