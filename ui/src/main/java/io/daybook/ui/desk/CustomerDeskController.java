package io.daybook.ui.desk;

import io.daybook.api.InvalidValue;
import io.daybook.api.customer.CustomerCommand.ChangeTier;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.CustomerQuery.FindTierDecisions;
import io.daybook.api.customer.CustomerQuery.TierDecisions;
import io.daybook.api.customer.Tier;
import io.daybook.api.order.OrderQuery.CustomerTotals;
import io.daybook.api.order.OrderQuery.FindCustomerTotals;
import io.daybook.api.order.OrderQuery.OrderPage;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.pages.Access;
import io.daybook.ui.pages.Commands;
import io.daybook.ui.pages.Notice;
import io.daybook.ui.pages.Paging;
import io.daybook.ui.pages.Prices;
import io.daybook.ui.pages.ReadPosition;
import io.daybook.ui.pages.Times;
import io.daybook.ui.pages.Views;
import io.daybook.ui.tiers.VipThreshold;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
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
import org.springframework.web.util.UriComponentsBuilder;

/** Customers, searched and put into tiers by staff. */
@Controller
class CustomerDeskController {

    private final CustomerDirectory customers;
    private final OrderFinder finder;
    private final Views views;
    private final Commands commands;
    private final ReadPosition position;
    private final VipThreshold threshold;
    private final DeskSettings settings;

    CustomerDeskController(
            CustomerDirectory customers,
            OrderFinder finder,
            Views views,
            Commands commands,
            ReadPosition position,
            VipThreshold threshold,
            DeskSettings settings) {
        this.customers = customers;
        this.finder = finder;
        this.views = views;
        this.commands = commands;
        this.position = position;
        this.threshold = threshold;
        this.settings = settings;
    }

    /** A decision about a customer's tier, as staff read it. */
    public record Decision(Times at, String tier, String reason, String by) {}

    @GetMapping("/staff/customers")
    String customers(
            @AuthenticationPrincipal @Nullable Account visitor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String page,
            HttpServletRequest request,
            Model model) {
        Account account = Access.staff(visitor, Role.SUPPORT, Role.OPERATOR);
        CustomerRecords found;
        try {
            found = customers.find(q.strip(), Paging.index(page), settings.pageSize());
        } catch (InvalidValue wrong) {
            model.addAttribute("wrong", wrong.reason());
            found = new CustomerRecords(List.of(), 0, 0, settings.pageSize(), 0);
        }
        model.addAttribute("vipFrom", Prices.text(threshold.now()));
        model.addAttribute("mayChangePolicy", account.isAny(Role.OPERATOR));
        model.addAttribute("q", q);
        model.addAttribute("customers", found.customers());
        model.addAttribute("total", found.total());
        model.addAttribute(
                "paging",
                Paging.of(
                        found.page(),
                        found.pages(),
                        UriComponentsBuilder.fromPath(request.getContextPath() + "/staff/customers")
                                .queryParam("q", "{q}")
                                .uriVariables(Map.of("q", q))));
        return "staff/customers";
    }

    @GetMapping("/staff/customers/{id}")
    String customer(
            @AuthenticationPrincipal @Nullable Account visitor,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String page,
            HttpServletRequest request,
            Model model) {
        Access.staff(visitor, Role.SUPPORT, Role.OPERATOR);
        CustomerId customerId = customerId(id);
        CustomerRecord customer =
                customers.one(customerId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        long atLeast = position.of(request);
        CustomerTotals totals = views.ask(new FindCustomerTotals(customerId, atLeast), CustomerTotals.class);
        OrderPage orders = finder.find(
                new OrderFinder.Wanted("", customerId.value(), null, null),
                Paging.index(page),
                settings.pageSize(),
                atLeast);
        model.addAttribute("customer", customer);
        model.addAttribute("tier", TierText.of(customer.tier()));
        model.addAttribute("vipFrom", Prices.text(threshold.now()));
        model.addAttribute("orders", totals.orders());
        model.addAttribute("confirmed", totals.confirmed());
        model.addAttribute(
                "spent",
                totals.spent().isEmpty()
                        ? "nothing yet"
                        : totals.spent().stream().map(Prices::text).collect(Collectors.joining(" and ")));
        model.addAttribute(
                "found",
                orders.orders().stream()
                        .map(order -> FoundOrder.of(order, Map.of()))
                        .toList());
        model.addAttribute(
                "decisions",
                views.ask(new FindTierDecisions(customerId), TierDecisions.class).decisions().stream()
                        .map(decision -> new Decision(
                                Times.of(decision.at()),
                                TierText.ofDecision(decision.tier()),
                                decision.reason(),
                                decision.by()))
                        .toList());
        model.addAttribute("behind", totals.position() < atLeast);
        model.addAttribute(
                "paging",
                Paging.of(
                        orders.page(),
                        orders.pages(),
                        UriComponentsBuilder.fromPath(
                                request.getContextPath() + "/staff/customers/" + customerId.value())));
        return "staff/customer";
    }

    @PostMapping("/staff/customers/{id}/tier")
    String changeTier(
            @AuthenticationPrincipal @Nullable Account visitor,
            @PathVariable String id,
            @RequestParam Tier tier,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        Account account = Access.staff(visitor, Role.SUPPORT, Role.OPERATOR);
        CustomerId customerId = customerId(id);
        try {
            Notice.of(
                            commands.send(new ChangeTier(customerId, tier, reason, account.email())),
                            "The customer's next orders are treated as %s.".formatted(TierText.of(tier)))
                    .flash(flash);
            position.advance(request);
        } catch (InvalidValue wrong) {
            new Notice("bad", "Say why the tier changes: the reason " + wrong.reason() + ".").flash(flash);
        }
        return "redirect:/staff/customers/" + customerId;
    }

    private static CustomerId customerId(String id) {
        try {
            return new CustomerId(id);
        } catch (InvalidValue noId) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, noId.getMessage(), noId);
        }
    }
}
