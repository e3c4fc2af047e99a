package io.daybook.ui.experiments;

import io.daybook.api.CommandRefused;
import io.daybook.api.InvalidValue;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.http.NotThere;
import io.daybook.ui.pages.Access;
import io.daybook.ui.pages.LiveStream;
import io.daybook.ui.pages.LiveStreams;
import io.daybook.ui.pages.Notice;
import java.util.List;
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

/** Shows experiments, begins runs and follows them. */
@Controller
class ExperimentsController {

    private static final String PAGE = "/staff/operations/experiments";
    private static final String BACK = "redirect:" + PAGE;

    private final Experiments experiments;
    private final RunFeed feed;
    private final LiveStreams streams;

    ExperimentsController(Experiments experiments, RunFeed feed, LiveStreams streams) {
        this.experiments = experiments;
        this.feed = feed;
        this.streams = streams;
    }

    /** An experiment as the page offers it. */
    public record Offer(
            String name,
            String title,
            String description,
            List<String> expectations,
            String sabotage,
            @Nullable String obstacle) {}

    @GetMapping(PAGE)
    String list(@AuthenticationPrincipal @Nullable Account visitor, Model model) {
        Access.staff(visitor, Role.OPERATOR);
        model.addAttribute(
                "experiments", experiments.all().stream().map(this::offer).toList());
        model.addAttribute("underWay", experiments.underWay().orElse(null));
        model.addAttribute(
                "runs", experiments.latest().stream().map(RunBoard::of).toList());
        return "staff/experiments";
    }

    private Offer offer(Experiment experiment) {
        return new Offer(
                experiment.name(),
                experiment.title(),
                experiment.description(),
                experiment.expectations(),
                experiment.sabotage(),
                experiments.obstacle(experiment).orElse(null));
    }

    @PostMapping(PAGE)
    String start(
            @AuthenticationPrincipal @Nullable Account visitor,
            @RequestParam String experiment,
            @RequestParam String reason,
            @RequestParam(defaultValue = "false") boolean sabotage,
            RedirectAttributes flash) {
        Account operator = Access.staff(visitor, Role.OPERATOR);
        try {
            return BACK + "/" + experiments.start(experiment, reason, sabotage, operator);
        } catch (CommandRefused | InvalidValue refused) {
            new Notice("bad", String.valueOf(refused.getMessage())).flash(flash);
            return BACK;
        }
    }

    @GetMapping(PAGE + "/{id}")
    String show(@AuthenticationPrincipal @Nullable Account visitor, @PathVariable String id, Model model) {
        Access.staff(visitor, Role.OPERATOR);
        Run run = find(id);
        Experiment experiment = experiments.named(run.experiment());
        model.addAttribute("run", RunBoard.of(run));
        model.addAttribute("experiment", offer(experiment));
        model.addAttribute("ordersChart", experiment.orders() > 0);
        model.addAttribute("moreChart", experiment.chart().orElse(null));
        model.addAttribute("points", feed.charts(run));
        model.addAttribute("refreshing", !run.state().over());
        return "staff/experiment-run";
    }

    private Run find(String id) {
        try {
            return experiments.run(id);
        } catch (NotThere unknown) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, unknown.getMessage(), unknown);
        }
    }

    @GetMapping(path = PAGE + "/{id}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(@AuthenticationPrincipal @Nullable Account visitor, @PathVariable String id) {
        Access.staff(visitor, Role.OPERATOR);
        find(id);
        LiveStream stream = streams.open();
        feed.follow(id, stream);
        return stream.emitter();
    }

    @PostMapping(PAGE + "/{id}/abort")
    String abort(
            @AuthenticationPrincipal @Nullable Account visitor, @PathVariable String id, RedirectAttributes flash) {
        Account operator = Access.staff(visitor, Role.OPERATOR);
        find(id);
        try {
            experiments.abort(id, operator);
            new Notice("good", "It ends; what it has changed is put back.").flash(flash);
        } catch (CommandRefused over) {
            new Notice("bad", String.valueOf(over.getMessage())).flash(flash);
        }
        return BACK + "/" + id;
    }
}
