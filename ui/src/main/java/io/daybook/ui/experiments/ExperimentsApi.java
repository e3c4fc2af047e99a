package io.daybook.ui.experiments;

import io.daybook.ui.accounts.Account;
import io.daybook.ui.experiments.Run.Note;
import io.daybook.ui.experiments.Run.PutBack;
import io.daybook.ui.experiments.Run.Sample;
import io.daybook.ui.experiments.Run.State;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Experiments, for operators' programs. */
@RestController
@RequestMapping(ExperimentsApi.PATH)
@Tag(name = "Staff: operations")
class ExperimentsApi {

    static final String PATH = "/api/v1/staff/operations/experiments";

    private final Experiments experiments;

    ExperimentsApi(Experiments experiments) {
        this.experiments = experiments;
    }

    /** @param underWay the run that has the platform now; null when none has */
    record Overview(List<Offered> experiments, @Nullable String underWay, List<Answer> runs) {}

    /** @param obstacle why it cannot be run now; null when it can */
    record Offered(
            String name,
            String title,
            String description,
            List<String> expectations,
            String sabotage,
            @Nullable String obstacle) {}

    /**
     * What is to be begun.
     *
     * @param sabotage whether to break the expectation on purpose, so that the verdict has to be: failed
     */
    record Start(@Nullable String reason, @Nullable Boolean sabotage) {}

    /** @param putBack what is still to be put back */
    record Answer(
            String run,
            String experiment,
            boolean sabotage,
            String reason,
            String by,
            State state,
            boolean over,
            Instant startedAt,
            @Nullable Instant endedAt,
            List<Check> checks,
            List<Note> steps,
            List<Note> cleaned,
            List<PutBack> putBack,
            List<Sample> samples) {}

    @GetMapping
    @Operation(summary = "List experiments and their latest runs", description = "Needs OPERATOR.")
    Overview list() {
        List<Offered> offered = experiments.all().stream()
                .map(experiment -> new Offered(
                        experiment.name(),
                        experiment.title(),
                        experiment.description(),
                        experiment.expectations(),
                        experiment.sabotage(),
                        experiments.obstacle(experiment).orElse(null)))
                .toList();
        return new Overview(
                offered,
                experiments.underWay().orElse(null),
                experiments.latest().stream().map(ExperimentsApi::answer).toList());
    }

    @PostMapping("/{name}/runs")
    @Operation(
            summary = "Begin a run of an experiment",
            description =
                    "On the whole platform one runs at a time: 409 while another does, or while something is missing that it needs. Needs OPERATOR and a reason.")
    ResponseEntity<Answer> start(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String name,
            @RequestBody Start start) {
        String reason = start.reason() == null ? "" : start.reason();
        String run = experiments.start(name, reason, Boolean.TRUE.equals(start.sabotage()), account);
        return ResponseEntity.accepted()
                .location(URI.create(PATH + "/runs/" + run))
                .body(answer(experiments.run(run)));
    }

    @GetMapping("/runs/{run}")
    @Operation(
            summary = "A run as it stands",
            description =
                    "Its state is RUNNING, then CLEANING_UP, when there is a verdict, then PASSED, FAILED, ABORTED or INTERRUPTED. Needs OPERATOR.")
    Answer find(@PathVariable String run) {
        return answer(experiments.run(run));
    }

    @PostMapping("/runs/{run}/abort")
    @Operation(
            summary = "End a run before its end",
            description =
                    "What it has changed is put back, and its steps say who ended it. 409 when it is over. Needs OPERATOR.")
    ResponseEntity<Answer> abort(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account, @PathVariable String run) {
        experiments.abort(run, account);
        return ResponseEntity.accepted().body(answer(experiments.run(run)));
    }

    private static Answer answer(Run run) {
        return new Answer(
                run.id(),
                run.experiment(),
                run.seeded(),
                run.reason(),
                run.by(),
                run.state(),
                run.state().over(),
                run.startedAt(),
                run.endedAt(),
                run.checks(),
                run.steps(),
                run.cleaned(),
                run.putBack(),
                run.samples());
    }
}
