package io.daybook.ui.desk;

import io.daybook.api.InvalidValue;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.order.OrderCommand.CancelOrder;
import io.daybook.api.order.OrderCommand.RetryFulfilment;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderQuery.FindOrder;
import io.daybook.api.order.OrderQuery.FindOrderStory;
import io.daybook.api.order.OrderQuery.OrderAnswer;
import io.daybook.api.order.OrderStory;
import io.daybook.api.order.OrderStory.Happening;
import io.daybook.api.order.OrderView;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.pages.Access;
import io.daybook.ui.pages.Commands;
import io.daybook.ui.pages.Notice;
import io.daybook.ui.pages.ReadPosition;
import io.daybook.ui.pages.Views;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

/** The whole story of one order, and what staff may do about it. */
@Controller
class StoryController {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private final Views views;
    private final Commands commands;
    private final ReadPosition position;
    private final CustomerDirectory customers;

    StoryController(Views views, Commands commands, ReadPosition position, CustomerDirectory customers) {
        this.views = views;
        this.commands = commands;
        this.position = position;
        this.customers = customers;
    }

    @GetMapping("/staff/orders/{id}")
    String story(
            @AuthenticationPrincipal @Nullable Account visitor,
            @PathVariable String id,
            HttpServletRequest request,
            Model model) {
        Account account = Access.staff(visitor, Role.SUPPORT, Role.OPERATOR);
        OrderId orderId = orderId(id);
        OrderStory story = views.ask(new FindOrderStory(orderId), OrderStory.class);
        long atLeast = position.of(request);
        OrderAnswer answer = views.ask(new FindOrder(orderId, atLeast), OrderAnswer.class);
        if (answer.order().isEmpty() && story.happenings().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("orderId", orderId.value());
        Map<String, String> names = names(story, answer.order());
        answer.order().stream().findFirst().ifPresent(order -> {
            model.addAttribute("found", FoundOrder.of(order, emails(order)));
            model.addAttribute("placedBy", names.getOrDefault(order.placedBy(), order.placedBy()));
        });
        model.addAttribute(
                "story",
                story.happenings().stream()
                        .map(happening -> StoryEntry.of(happening, names))
                        .toList());
        model.addAttribute(
                "payments",
                story.happenings().stream()
                        .filter(happening -> happening.stream().startsWith("payment-"))
                        .map(PaymentEntry::of)
                        .toList());
        model.addAttribute("stuck", isStuck(story.happenings()));
        model.addAttribute("mayDispatch", account.isAny(Role.WAREHOUSE, Role.OPERATOR));
        model.addAttribute("mayReadLogs", account.isAny(Role.OPERATOR));
        model.addAttribute("behind", answer.position() < atLeast);
        return "staff/story";
    }

    @PostMapping("/staff/orders/{id}/cancellation")
    String cancel(
            @AuthenticationPrincipal @Nullable Account visitor,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        Account account = Access.staff(visitor, Role.SUPPORT, Role.OPERATOR);
        OrderId orderId = orderId(id);
        try {
            Notice.of(
                            commands.send(new CancelOrder(orderId, reason, account.email())),
                            "The cancellation is noted: goods and money are being given back.")
                    .flash(flash);
            position.advance(request);
        } catch (InvalidValue wrong) {
            new Notice("bad", "Say why the order is cancelled: the reason " + wrong.reason() + ".").flash(flash);
        }
        return "redirect:/staff/orders/" + orderId;
    }

    @PostMapping("/staff/orders/{id}/retry")
    String retry(
            @AuthenticationPrincipal @Nullable Account visitor,
            @PathVariable String id,
            @RequestParam String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        Account account = Access.staff(visitor, Role.SUPPORT, Role.OPERATOR);
        OrderId orderId = orderId(id);
        try {
            RetryFulfilment retry = new RetryFulfilment(orderId, reason, account.email());
            Notice.of(commands.send(retry), "The order is being tried again.").flash(flash);
            position.advance(request);
        } catch (InvalidValue wrong) {
            new Notice("bad", "Say why the order is tried again: the reason " + wrong.reason() + ".").flash(flash);
        }
        return "redirect:/staff/orders/" + orderId;
    }

    /** Stuck is what got stuck and has neither been tried again, put right by hand nor come to an end since. */
    static boolean isStuck(List<Happening> happenings) {
        boolean stuck = false;
        for (Happening happening : happenings) {
            stuck = switch (happening.what()) {
                case "FulfilmentStuck" -> true;
                case "FulfilmentRetried",
                        "OrderConfirmed",
                        "OrderRejected",
                        "OrderCancelled",
                        "CancellationRequested",
                        "StepSkipped",
                        "StockDispatched" -> false;
                default -> stuck;
            };
        }
        return stuck;
    }

    /** E-mail addresses of those who did something and are on record by the id of the customer that they are. */
    private Map<String, String> names(OrderStory story, List<OrderView> order) {
        Set<CustomerId> people = story.happenings().stream()
                .map(happening -> happening.by() == null ? "" : happening.by())
                .filter(by -> ID.matcher(by).matches())
                .map(CustomerId::new)
                .collect(Collectors.toSet());
        order.forEach(view -> {
            if (ID.matcher(view.placedBy()).matches()) {
                people.add(new CustomerId(view.placedBy()));
            }
        });
        return customers.emails(people).entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().value(), Map.Entry::getValue));
    }

    private Map<CustomerId, String> emails(OrderView order) {
        CustomerId customer = order.customerId();
        return customer == null ? Map.of() : customers.emails(List.of(customer));
    }

    private static OrderId orderId(String id) {
        try {
            return new OrderId(id);
        } catch (InvalidValue noId) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, noId.getMessage(), noId);
        }
    }
}
