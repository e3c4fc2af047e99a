package io.daybook.ui.levels;

import io.daybook.api.customer.Tier;
import io.daybook.api.figures.FiguresQuery;
import io.daybook.api.operations.CapacityPlan;
import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.OperationsCommand.SetServiceLevel;
import io.daybook.api.operations.OperationsCommand.ShareCapacity;
import io.daybook.api.operations.ServiceLevel;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.controls.Decisions;
import io.daybook.ui.pages.Access;
import io.daybook.ui.pages.LiveStreams;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What orders are promised, whether it is kept, and who has how much capacity. */
@Controller
class LevelsController {

    private static final String PAGE = "/staff/operations/levels";

    private final LevelFeed feed;
    private final LiveStreams streams;
    private final Decisions decisions;

    LevelsController(LevelFeed feed, LiveStreams streams, Decisions decisions) {
        this.feed = feed;
        this.streams = streams;
        this.decisions = decisions;
    }

    /** A time that can be promised. */
    public record Choice(int millis, String text) {}

    @GetMapping(PAGE)
    String show(@AuthenticationPrincipal @Nullable Account visitor, Model model) {
        Access.staff(visitor, Role.OPERATOR);
        List<Choice> times = FiguresQuery.LATENCY_BOUNDS.stream()
                .map(millis -> new Choice(millis, LevelBoard.time(millis)))
                .toList();
        model.addAttribute("board", feed.board());
        model.addAttribute("times", times);
        return "staff/levels";
    }

    @GetMapping(path = PAGE + "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(@AuthenticationPrincipal @Nullable Account visitor) {
        Access.staff(visitor, Role.OPERATOR);
        return streams.follow(feed.sampler());
    }

    @PostMapping(PAGE)
    String promise(
            @AuthenticationPrincipal @Nullable Account visitor,
            @RequestParam Tier tier,
            @RequestParam int percent,
            @RequestParam int millis,
            @RequestParam String reason,
            RedirectAttributes flash) {
        String by = Access.staff(visitor, Role.OPERATOR).email();
        decisions.decide(
                () -> new SetServiceLevel(ControlsId.ALL, tier, new ServiceLevel(percent, millis), reason, by),
                "%s orders are promised to be confirmed: %d%% within %s."
                        .formatted(LevelBoard.name(tier), percent, LevelBoard.time(millis)),
                flash);
        return "redirect:" + PAGE;
    }

    @PostMapping(PAGE + "/capacity")
    String share(
            @AuthenticationPrincipal @Nullable Account visitor,
            @RequestParam int vip,
            @RequestParam int standard,
            @RequestParam(defaultValue = "false") boolean automatic,
            @RequestParam int least,
            @RequestParam int most,
            @RequestParam String reason,
            RedirectAttributes flash) {
        String by = Access.staff(visitor, Role.OPERATOR).email();
        decisions.decide(
                () -> new ShareCapacity(
                        ControlsId.ALL, new CapacityPlan(vip, standard, automatic, least, most), reason, by),
                automatic
                        ? "Capacity is shared so, and follows the waits, everywhere within a second."
                        : "Capacity is shared so, everywhere within a second, and stays so.",
                flash);
        return "redirect:" + PAGE;
    }
}
