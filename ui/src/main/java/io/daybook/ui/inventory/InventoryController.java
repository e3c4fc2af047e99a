package io.daybook.ui.inventory;

import io.daybook.api.InvalidValue;
import io.daybook.api.catalog.Sku;
import io.daybook.api.inventory.StockQuery.FindStockLevels;
import io.daybook.api.inventory.StockQuery.StockPage;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.exports.Exports;
import io.daybook.ui.pages.Access;
import io.daybook.ui.pages.PageView;
import io.daybook.ui.pages.Paging;
import io.daybook.ui.pages.ReadPosition;
import io.daybook.ui.pages.Views;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.util.UriComponentsBuilder;

/** The list of all stock. */
@Controller
class InventoryController {

    private static final int MAX_WORDS = 200;

    private final Views views;
    private final StockLive live;
    private final SyncPanel sync;
    private final Exports exports;
    private final ReadPosition position;
    private final InventorySettings settings;

    InventoryController(
            Views views,
            StockLive live,
            SyncPanel sync,
            Exports exports,
            ReadPosition position,
            InventorySettings settings) {
        this.views = views;
        this.live = live;
        this.sync = sync;
        this.exports = exports;
        this.position = position;
        this.settings = settings;
    }

    @GetMapping("/staff/inventory")
    String list(
            @AuthenticationPrincipal @Nullable Account visitor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") String low,
            @RequestParam(required = false) @Nullable String page,
            PageView view,
            HttpServletRequest request,
            Model model) {
        Access.staff(visitor, Role.WAREHOUSE, Role.OPERATOR);
        String words = q.length() > MAX_WORDS ? q.substring(0, MAX_WORDS) : q.strip();
        boolean lowOnly = low.equals("true");
        StockPage found = views.ask(
                new FindStockLevels(
                        WarehouseId.MAIN,
                        words,
                        settings.lowStock(),
                        lowOnly,
                        Paging.index(page),
                        settings.stockPageSize()),
                StockPage.class);
        List<StockRow> rows = found.stock().stream()
                .map(stock -> StockRow.of(stock, settings.lowStock()))
                .toList();
        model.addAttribute("rows", rows);
        model.addAttribute("total", found.total());
        model.addAttribute("lowCount", found.low());
        model.addAttribute("lowBelow", settings.lowStock());
        model.addAttribute("q", words);
        model.addAttribute("lowOnly", lowOnly);
        model.addAttribute("paging", Paging.of(found.page(), found.pages(), address(request, words, lowOnly)));
        model.addAttribute(
                "stream",
                UriComponentsBuilder.fromPath(request.getContextPath() + "/staff/inventory/live")
                        .queryParam("sku", rows.stream().map(StockRow::sku).toArray())
                        .toUriString());
        model.addAttribute("behind", found.position() < position.of(request));
        model.addAttribute("announced", view.fragment());
        if (!view.fragment()) {
            model.addAttribute("sync", sync.now());
            model.addAttribute("importKey", UUID.randomUUID().toString());
        }
        return view.of("staff/inventory", "levels");
    }

    private static UriComponentsBuilder address(HttpServletRequest request, String words, boolean lowOnly) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(request.getContextPath() + "/staff/inventory");
        if (!words.isEmpty()) {
            address.queryParam("q", "{q}");
        }
        if (lowOnly) {
            address.queryParam("low", true);
        }
        return address.uriVariables(Map.of("q", words));
    }

    /** The rows of these products, each again whenever its stock changes. */
    @GetMapping(path = "/staff/inventory/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(
            @AuthenticationPrincipal @Nullable Account visitor,
            @RequestParam(defaultValue = "") List<String> sku,
            HttpServletRequest request) {
        Access.staff(visitor, Role.WAREHOUSE, Role.OPERATOR);
        if (sku.size() > settings.stockPageSize()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "too many products for one page");
        }
        try {
            return live.rows(sku.stream().map(Sku::new).toList(), request.getContextPath());
        } catch (InvalidValue noCode) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, noCode.getMessage(), noCode);
        }
    }

    @GetMapping("/staff/inventory.csv")
    ResponseEntity<StreamingResponseBody> file(@AuthenticationPrincipal @Nullable Account visitor) {
        Access.staff(visitor, Role.WAREHOUSE, Role.OPERATOR);
        return exports.stock(WarehouseId.MAIN);
    }
}
