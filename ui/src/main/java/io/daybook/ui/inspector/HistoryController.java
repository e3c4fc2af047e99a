package io.daybook.ui.inspector;

import io.daybook.api.InvalidValue;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.history.EventFilter;
import io.daybook.api.history.HistoryQuery.EventDetail;
import io.daybook.api.history.HistoryQuery.FindEvents;
import io.daybook.api.history.HistoryQuery.LogPage;
import io.daybook.api.history.HistoryQuery.StreamPage;
import io.daybook.api.order.OrderId;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.http.BadFields;
import io.daybook.ui.pages.Access;
import java.util.List;
import java.util.Map;
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

/** Shows the events of the log, one of them, and what caused what. */
@Controller
class HistoryController {

    static final String PAGE = "/staff/history";

    private final Archive archive;
    private final ShownPersonalData shown;
    private final Dashboard dashboard;
    private final InspectorSettings settings;

    HistoryController(Archive archive, ShownPersonalData shown, Dashboard dashboard, InspectorSettings settings) {
        this.archive = archive;
        this.shown = shown;
        this.dashboard = dashboard;
        this.settings = settings;
    }

    @GetMapping(PAGE)
    String events(
            @AuthenticationPrincipal @Nullable Account visitor, @RequestParam Map<String, String> asked, Model model) {
        Account account = Access.staff(visitor, Role.SUPPORT, Role.OPERATOR);
        HistoryForm form = HistoryForm.of(asked);
        model.addAttribute("form", form);
        model.addAttribute("names", EventNames.ALL);
        model.addAttribute("rows", List.of());
        try {
            show(form, Archive.seesPersonalData(account), model);
        } catch (BadFields wrong) {
            model.addAttribute(
                    "wrong",
                    wrong.errors().get(0).field() + " " + wrong.errors().get(0).reason());
        } catch (InvalidValue wrong) {
            model.addAttribute("wrong", wrong.getMessage());
        }
        return "staff/history";
    }

    private void show(HistoryForm form, boolean personal, Model model) {
        EventFilter filter = form.filter();
        if (!form.stream().isEmpty()) {
            showStreams(form, List.of(form.stream()), filter, personal, model);
        } else if (!form.order().isEmpty()) {
            OrderId order = new OrderId(form.order());
            model.addAttribute("orderId", order.value());
            showStreams(form, Archive.streamsOf(order), filter, personal, model);
        } else if (!form.customer().isEmpty()) {
            Archive.CustomerStreams hers = archive.streamsOf(new CustomerId(form.customer()), form.page());
            model.addAttribute("hers", hers);
            model.addAttribute("customerId", form.customer());
            if (hers.more()) {
                model.addAttribute("moreOrders", form.address(PAGE, "orders", form.page() + 1));
            }
            showStreams(form, hers.streams(), filter, personal, model);
        } else {
            LogPage page = archive.events(new FindEvents(
                    filter, form.oldestFirst(), form.number("position", form.position()), settings.size(), personal));
            model.addAttribute("log", page);
            rows(page.events().stream().map(EventRow::of).toList(), model);
            if (page.next() != null) {
                model.addAttribute("more", form.address(PAGE, "position", page.next()));
            }
            model.addAttribute("dashboard", dashboard.events(filter));
        }
    }

    private void showStreams(
            HistoryForm form, List<String> streams, EventFilter filter, boolean personal, Model model) {
        StreamPage page =
                archive.events(streams, filter, form.number("before", form.before()), settings.size(), personal);
        model.addAttribute("streams", page);
        rows(page.events().stream().map(EventRow::of).toList(), model);
        if (page.next() != null) {
            model.addAttribute("more", form.address(PAGE, "before", page.next()));
        }
        model.addAttribute("dashboard", dashboard.streams(streams, filter));
    }

    private static void rows(List<EventRow> rows, Model model) {
        model.addAttribute("rows", rows);
    }

    @GetMapping(PAGE + "/events/{position:\\d{1,18}}")
    String atPosition(@AuthenticationPrincipal @Nullable Account visitor, @PathVariable long position, Model model) {
        return detail(Access.staff(visitor, Role.SUPPORT, Role.OPERATOR), null, position, model);
    }

    @GetMapping(PAGE + "/streams/{stream}/{number:\\d{1,18}}")
    String inStream(
            @AuthenticationPrincipal @Nullable Account visitor,
            @PathVariable String stream,
            @PathVariable long number,
            Model model) {
        return detail(Access.staff(visitor, Role.SUPPORT, Role.OPERATOR), stream, number, model);
    }

    private String detail(Account account, @Nullable String stream, long number, Model model) {
        EventDetail detail = archive.event(stream, number, ShownPersonalData.on(model, account));
        if (detail.event().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        EventRow event = EventRow.of(detail.event().get(0));
        model.addAttribute("event", event);
        model.addAttribute("last", detail.last());
        model.addAttribute("order", detail.order());
        model.addAttribute("dashboard", dashboard.event(event.stream(), event.sequence()));
        return "staff/event";
    }

    @PostMapping(PAGE + "/streams/{stream}/{number:\\d{1,18}}/personal-data")
    String showPersonalData(
            @AuthenticationPrincipal @Nullable Account visitor,
            @PathVariable String stream,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        Account account = Access.staff(visitor, Role.SUPPORT, Role.OPERATOR);
        shown.onNextPage(account, what(stream, number), reason, flash);
        return "redirect:"
                + UriComponentsBuilder.fromPath(PAGE + "/streams/{stream}/{number}")
                        .encode()
                        .buildAndExpand(stream, number)
                        .toUriString();
    }

    static String what(String stream, long number) {
        return "event %d of %s".formatted(number, stream);
    }

    @GetMapping(PAGE + "/streams/{stream}/{number:\\d{1,18}}/causes")
    String causes(
            @AuthenticationPrincipal @Nullable Account visitor,
            @PathVariable String stream,
            @PathVariable long number,
            Model model) {
        Access.staff(visitor, Role.SUPPORT, Role.OPERATOR);
        EventDetail detail = archive.event(stream, number, false);
        if (detail.event().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        EventRow event = EventRow.of(detail.event().get(0));
        model.addAttribute("event", event);
        model.addAttribute("order", detail.order());
        return graph(stream, number, event.id(), model);
    }

    @GetMapping(PAGE + "/orders/{id}/causes")
    String causesOfOrder(@AuthenticationPrincipal @Nullable Account visitor, @PathVariable String id, Model model) {
        Access.staff(visitor, Role.SUPPORT, Role.OPERATOR);
        model.addAttribute("order", id);
        return graph(id, null, null, model);
    }

    private String graph(String stream, @Nullable Long number, @Nullable String chosen, Model model) {
        var causation = archive.causes(stream, number);
        if (causation.commands().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("graph", CauseGraph.of(causation, chosen));
        model.addAttribute("whole", causation.whole());
        return "staff/causes";
    }
}
