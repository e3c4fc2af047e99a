package io.daybook.ui.processors;

import io.daybook.api.InvalidValue;
import io.daybook.api.Require;
import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.InstanceName;
import io.daybook.api.operations.OperationsCommand.StartProcessor;
import io.daybook.api.operations.OperationsCommand.SteerSegment;
import io.daybook.api.operations.OperationsCommand.StopProcessor;
import io.daybook.api.operations.ProcessorName;
import io.daybook.api.operations.SegmentAction;
import io.daybook.api.operations.SegmentActionId;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.controls.Decisions;
import io.daybook.ui.pages.Access;
import io.daybook.ui.pages.LiveStreams;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** Shows the event processors, stops and starts them, and steers their segments. */
@Controller
class ProcessorsController {

    private static final String PAGE = "/staff/operations/processors";
    private static final String BACK = "redirect:" + PAGE;

    /** What the buttons of the first form do. */
    enum Running {
        STOP,
        START
    }

    private final ProcessorBoard board;
    private final LiveStreams streams;
    private final Decisions decisions;

    ProcessorsController(ProcessorBoard board, LiveStreams streams, Decisions decisions) {
        this.board = board;
        this.streams = streams;
        this.decisions = decisions;
    }

    @GetMapping(PAGE)
    String show(@AuthenticationPrincipal @Nullable Account visitor, Model model) {
        Access.staff(visitor, Role.OPERATOR);
        model.addAllAttributes(board.model());
        List<RunningProcessor> processors = board.now().processors();
        model.addAttribute(
                "names", processors.stream().map(RunningProcessor::name).toList());
        model.addAttribute("warnings", warnings(processors));
        return "staff/processors";
    }

    private static Map<String, String> warnings(List<RunningProcessor> processors) {
        Map<String, String> warnings = new LinkedHashMap<>();
        processors.forEach(processor ->
                ProcessorText.warning(processor.name()).ifPresent(warning -> warnings.put(processor.name(), warning)));
        return warnings;
    }

    @GetMapping(path = PAGE + "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(@AuthenticationPrincipal @Nullable Account visitor) {
        Access.staff(visitor, Role.OPERATOR);
        return streams.follow(board.sampler());
    }

    @PostMapping(PAGE)
    String run(
            @AuthenticationPrincipal @Nullable Account visitor,
            @RequestParam Running what,
            @RequestParam String processor,
            @RequestParam(defaultValue = "false") boolean sure,
            @RequestParam String reason,
            RedirectAttributes flash) {
        String by = Access.staff(visitor, Role.OPERATOR).email();
        decisions.decide(
                () -> {
                    ProcessorName name = known(processor);
                    ProcessorText.warning(processor)
                            .filter(warning -> what == Running.STOP)
                            .ifPresent(warning -> Require.that(sure, "sure", "must be ticked. " + warning));
                    return switch (what) {
                        case STOP -> new StopProcessor(ControlsId.ALL, name, reason, by);
                        case START -> new StartProcessor(ControlsId.ALL, name, reason, by);
                    };
                },
                what == Running.STOP
                        ? "%s is stopped on all instances, until somebody starts it.".formatted(processor)
                        : "%s runs again.".formatted(processor),
                flash);
        return BACK;
    }

    @PostMapping(PAGE + "/segments")
    String steer(
            @AuthenticationPrincipal @Nullable Account visitor,
            @RequestParam SegmentAction what,
            @RequestParam String processor,
            @RequestParam(defaultValue = "0") int segment,
            @RequestParam String reason,
            RedirectAttributes flash) {
        String by = Access.staff(visitor, Role.OPERATOR).email();
        decisions.decide(
                () -> {
                    ProcessorName name = known(processor);
                    return new SteerSegment(
                            ControlsId.ALL,
                            SegmentActionId.next(),
                            worker(processor, segment),
                            name,
                            segment,
                            what,
                            reason,
                            by);
                },
                "It is on its way. What becomes of it is shown below, within seconds.",
                flash);
        return BACK;
    }

    private ProcessorName known(String processor) {
        Require.that(board.find(processor).isPresent(), "processor", "must be one that some instance has");
        return new ProcessorName(processor);
    }

    private InstanceName worker(String processor, int segment) {
        return board.find(processor)
                .flatMap(found -> ProcessorBoard.worker(found, segment))
                .orElseThrow(() -> new InvalidValue("segment", "must be one that an instance works on now"));
    }
}
