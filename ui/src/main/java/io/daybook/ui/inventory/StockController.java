package io.daybook.ui.inventory;

import io.daybook.api.InvalidValue;
import io.daybook.api.catalog.CatalogQuery.FindProductsBySku;
import io.daybook.api.catalog.CatalogQuery.ProductList;
import io.daybook.api.catalog.ProductView;
import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.InventoryCommand;
import io.daybook.api.inventory.InventoryCommand.AdjustStock;
import io.daybook.api.inventory.InventoryCommand.ReceiveStock;
import io.daybook.api.inventory.MovementId;
import io.daybook.api.inventory.StockQuery.CompareStock;
import io.daybook.api.inventory.StockQuery.FindStockMovements;
import io.daybook.api.inventory.StockQuery.ListedStock;
import io.daybook.api.inventory.StockQuery.Movement;
import io.daybook.api.inventory.StockQuery.StockComparison;
import io.daybook.api.inventory.StockQuery.StockLedger;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.pages.Access;
import io.daybook.ui.pages.Commands;
import io.daybook.ui.pages.Notice;
import io.daybook.ui.pages.Outcome;
import io.daybook.ui.pages.ReadPosition;
import io.daybook.ui.pages.Views;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The stock of one product: its level, how it came to it, and moving it. */
@Controller
class StockController {

    private final Views views;
    private final Commands commands;
    private final StockLive live;
    private final ReadPosition position;
    private final InventorySettings settings;

    StockController(Views views, Commands commands, StockLive live, ReadPosition position, InventorySettings settings) {
        this.views = views;
        this.commands = commands;
        this.live = live;
        this.position = position;
        this.settings = settings;
    }

    @GetMapping("/staff/inventory/{code}")
    String stock(
            @AuthenticationPrincipal @Nullable Account visitor,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable String compare,
            Model model) {
        Access.staff(visitor, Role.WAREHOUSE, Role.OPERATOR);
        Sku sku = sku(code);
        model.addAttribute("receive", MovementForm.empty());
        model.addAttribute("adjust", MovementForm.empty());
        if (compare != null) {
            model.addAttribute("comparison", views.ask(new CompareStock(WarehouseId.MAIN, sku), StockComparison.class));
        }
        return show(
                sku, before != null && before.matches("\\d{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE, model);
    }

    @GetMapping(path = "/staff/inventory/{code}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(
            @AuthenticationPrincipal @Nullable Account visitor, @PathVariable String code, HttpServletRequest request) {
        Access.staff(visitor, Role.WAREHOUSE, Role.OPERATOR);
        return live.level(sku(code), request.getContextPath());
    }

    @PostMapping({"/staff/inventory/{code}/{kind:receipts}", "/staff/inventory/{code}/{kind:adjustments}"})
    String move(
            @AuthenticationPrincipal @Nullable Account visitor,
            @PathVariable String code,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable String quantity,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String movement,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        Account account = Access.staff(visitor, Role.WAREHOUSE, Role.OPERATOR);
        Sku sku = sku(code);
        boolean received = kind.equals("receipts");
        MovementForm form = MovementForm.of(quantity, reason, movement);
        try {
            Outcome outcome = commands.send(command(received, sku, form, account));
            position.advance(request);
            if (outcome instanceof Outcome.Done) {
                new Notice("good", "It is in the books.").flash(flash);
                return "redirect:/staff/inventory/" + sku;
            } else if (outcome instanceof Outcome.Refused refused) {
                response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
                form = form.but("quantity", refused.reason() + ".");
            } else {
                response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                model.addAttribute(
                        "notice",
                        new Notice("unclear", "We have no answer yet. Press again to be sure: it is booked once."));
            }
        } catch (InvalidValue invalid) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            form = form.but(invalid.field(), "This " + invalid.reason() + ".");
        }
        model.addAttribute("receive", received ? form : MovementForm.empty());
        model.addAttribute("adjust", received ? MovementForm.empty() : form);
        return show(sku, Long.MAX_VALUE, model);
    }

    private static InventoryCommand command(boolean received, Sku sku, MovementForm form, Account account) {
        MovementId movement = new MovementId(form.movement());
        return received
                ? new ReceiveStock(WarehouseId.MAIN, sku, movement, form.units(), form.reason(), account.customer())
                : new AdjustStock(WarehouseId.MAIN, sku, movement, form.units(), form.reason(), account.customer());
    }

    private String show(Sku sku, long before, Model model) {
        StockLedger ledger = views.ask(
                new FindStockMovements(WarehouseId.MAIN, sku, before, settings.ledgerSize()), StockLedger.class);
        Optional<ProductView> product =
                views.ask(new FindProductsBySku(Set.of(sku)), ProductList.class).products().stream()
                        .findFirst();
        List<Movement> movements = ledger.movements();
        if (product.isEmpty() && movements.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        ListedStock stock = new ListedStock(
                WarehouseId.MAIN,
                sku,
                product.map(ProductView::name).orElse(""),
                product.isPresent() && !product.get().onSale(),
                ledger.level());
        model.addAttribute("row", StockRow.of(stock, settings.lowStock()));
        StaffNames names = new StaffNames(views);
        model.addAttribute(
                "movements",
                movements.stream()
                        .map(movement -> MovementRow.of(movement, names.of(movement.by())))
                        .toList());
        model.addAttribute("newest", before == Long.MAX_VALUE);
        long last =
                movements.isEmpty() ? 0 : movements.get(movements.size() - 1).sequence();
        model.addAttribute("older", last);
        return "staff/stock";
    }

    private static Sku sku(String code) {
        try {
            return new Sku(code);
        } catch (InvalidValue noCode) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, noCode.getMessage(), noCode);
        }
    }
}
