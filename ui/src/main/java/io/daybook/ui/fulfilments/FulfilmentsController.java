package io.daybook.ui.fulfilments;

import io.daybook.api.CommandRefused;
import io.daybook.api.InvalidValue;
import io.daybook.api.fulfilment.FulfilmentQuery.FindOpenFulfilment;
import io.daybook.api.fulfilment.FulfilmentQuery.FindOpenFulfilments;
import io.daybook.api.fulfilment.FulfilmentQuery.OpenFulfilments;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.order.OrderCommand;
import io.daybook.api.order.OrderCommand.CancelOrder;
import io.daybook.api.order.OrderCommand.RetryFulfilment;
import io.daybook.api.order.OrderCommand.SkipStep;
import io.daybook.api.order.OrderId;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.pages.Access;
import io.daybook.ui.pages.Commands;
import io.daybook.ui.pages.Notice;
import io.daybook.ui.pages.Paging;
import io.daybook.ui.pages.ReadPosition;
import io.daybook.ui.pages.Views;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
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

/** The console of orders on their way: stuck ones first, with what can be done about them. */
@Controller
class FulfilmentsController {

    private static final String PAGE = "/staff/fulfilments";
    private static final String BACK = "redirect:" + PAGE;
    private static final int SIZE = 25;

    private final Views views;
    private final Commands commands;
    private final ReadPosition position;
    private final DeadlineSettings deadlines;
    private final Clock clock;

    FulfilmentsController(
            Views views, Commands commands, ReadPosition position, DeadlineSettings deadlines, Clock clock) {
        this.views = views;
        this.commands = commands;
        this.position = position;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    String show(
            @AuthenticationPrincipal @Nullable Account visitor,
            @RequestParam(required = false) @Nullable Step step,
            @RequestParam(defaultValue = "false") boolean stuckOnly,
            @RequestParam(required = false) @Nullable String page,
            HttpServletRequest request,
            Model model) {
        Access.staff(visitor, Role.SUPPORT, Role.OPERATOR);
        int index = Paging.index(page);
        OpenFulfilments stuck = ask(new FindOpenFulfilments(step, true, stuckOnly ? index : 0, SIZE));
        model.addAttribute("stuck", rows(stuck));
        model.addAttribute("stuckTotal", stuck.total());
        model.addAttribute("behind", stuck.position() < position.of(request));
        model.addAttribute("steps", Step.values());
        model.addAttribute("step", step);
        model.addAttribute("stuckOnly", stuckOnly);
        model.addAttribute(
                "stream",
                address(request, step, stuckOnly).queryParam("page", index + 1).toUriString());
        long total = stuck.total();
        if (!stuckOnly) {
            OpenFulfilments going = ask(new FindOpenFulfilments(step, false, index, SIZE));
            model.addAttribute("going", rows(going));
            model.addAttribute("goingTotal", going.total());
            total = going.total();
        }
        model.addAttribute(
                "paging", Paging.of(index, (int) ((total + SIZE - 1) / SIZE), address(request, step, stuckOnly)));
        return "staff/fulfilments";
    }

    private static UriComponentsBuilder address(HttpServletRequest request, @Nullable Step step, boolean stuckOnly) {
        return UriComponentsBuilder.fromPath(request.getContextPath() + PAGE)
                .queryParam("step", step == null ? "" : step)
                .queryParam("stuckOnly", stuckOnly);
    }

    private OpenFulfilments ask(FindOpenFulfilments query) {
        return views.ask(query, OpenFulfilments.class);
    }

    private List<FulfilmentRow> rows(OpenFulfilments found) {
        Instant now = clock.instant();
        return found.fulfilments().stream()
                .map(fulfilment -> FulfilmentRow.of(fulfilment, deadlines, now))
                .toList();
    }

    @PostMapping(PAGE + "/{id}/retry")
    String retry(
            @AuthenticationPrincipal @Nullable Account visitor,
            @PathVariable String id,
            @RequestParam String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        String by = Access.staff(visitor, Role.SUPPORT, Role.OPERATOR).email();
        return send(
                () -> new RetryFulfilment(orderId(id), reason, by),
                "Order %s is being tried again.".formatted(id),
                request,
                flash);
    }

    @PostMapping(PAGE + "/{id}/compensation")
    String compensate(
            @AuthenticationPrincipal @Nullable Account visitor,
            @PathVariable String id,
            @RequestParam String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        String by = Access.staff(visitor, Role.SUPPORT, Role.OPERATOR).email();
        return send(
                () -> {
                    OrderId order = orderId(id);
                    Undoing.check(order, views.ask(new FindOpenFulfilment(order), OpenFulfilments.class));
                    return new CancelOrder(order, reason, by);
                },
                "All that was done for order %s is being undone.".formatted(id),
                request,
                flash);
    }

    @PostMapping(PAGE + "/{id}/skip")
    String skip(
            @AuthenticationPrincipal @Nullable Account visitor,
            @PathVariable String id,
            @RequestParam Step step,
            @RequestParam String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        String by = Access.staff(visitor, Role.SUPPORT, Role.OPERATOR).email();
        return send(
                () -> new SkipStep(orderId(id), step, reason, by),
                "It is on record that this was done by hand, and order %s goes on.".formatted(id),
                request,
                flash);
    }

    private String send(
            Supplier<OrderCommand> form, String whenDone, HttpServletRequest request, RedirectAttributes flash) {
        try {
            Notice.of(commands.send(form.get()), whenDone).flash(flash);
            position.advance(request);
        } catch (InvalidValue | CommandRefused invalid) {
            new Notice("bad", String.valueOf(invalid.getMessage())).flash(flash);
        }
        return BACK;
    }

    private static OrderId orderId(String id) {
        try {
            return new OrderId(id);
        } catch (InvalidValue noId) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, noId.getMessage(), noId);
        }
    }
}
