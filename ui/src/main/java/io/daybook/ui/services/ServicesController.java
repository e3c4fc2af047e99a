package io.daybook.ui.services;

import io.daybook.api.InvalidValue;
import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.InstanceName;
import io.daybook.api.operations.OperationsCommand;
import io.daybook.api.operations.OperationsCommand.ChangeQueryStrategy;
import io.daybook.api.operations.OperationsCommand.DisableInstance;
import io.daybook.api.operations.OperationsCommand.EnableInstance;
import io.daybook.api.operations.OperationsCommand.WeighInstance;
import io.daybook.api.operations.QueryStrategy;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.controls.DecidedControls;
import io.daybook.ui.pages.Access;
import io.daybook.ui.pages.Commands;
import io.daybook.ui.pages.LiveStream;
import io.daybook.ui.pages.LiveStreams;
import io.daybook.ui.pages.Notice;
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

/** Shows the instances, and steers them. */
@Controller
class ServicesController {

    private static final String PAGE = "/staff/operations/services";
    private static final String BACK = "redirect:" + PAGE;

    /** What the buttons of the form do. */
    enum Steering {
        DISABLE,
        ENABLE,
        WEIGH
    }

    private final ServiceBoard board;
    private final LiveStreams streams;
    private final DecidedControls controls;
    private final Commands commands;

    ServicesController(ServiceBoard board, LiveStreams streams, DecidedControls controls, Commands commands) {
        this.board = board;
        this.streams = streams;
        this.controls = controls;
        this.commands = commands;
    }

    @GetMapping(PAGE)
    String show(@AuthenticationPrincipal @Nullable Account visitor, Model model) {
        Access.staff(visitor, Role.OPERATOR);
        List<ServiceGroup> services = board.services();
        model.addAttribute("services", services);
        model.addAttribute(
                "names",
                services.stream()
                        .flatMap(service -> service.instances().stream())
                        .map(ServiceGroup.Row::name)
                        .toList());
        model.addAttribute("strategy", controls.now().queryStrategy());
        return "services/services";
    }

    @GetMapping(path = PAGE + "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(@AuthenticationPrincipal @Nullable Account visitor) {
        Access.staff(visitor, Role.OPERATOR);
        LiveStream stream = streams.open();
        board.sampler().follow(stream);
        return stream.emitter();
    }

    @PostMapping(PAGE)
    String steer(
            @AuthenticationPrincipal @Nullable Account visitor,
            @RequestParam Steering what,
            @RequestParam String instance,
            @RequestParam(defaultValue = "100") int loadFactor,
            @RequestParam String reason,
            RedirectAttributes flash) {
        String by = operator(visitor);
        return decide(
                () -> {
                    InstanceName name = new InstanceName(instance);
                    return switch (what) {
                        case DISABLE -> new DisableInstance(ControlsId.ALL, name, reason, by);
                        case ENABLE -> new EnableInstance(ControlsId.ALL, name, reason, by);
                        case WEIGH -> new WeighInstance(ControlsId.ALL, name, loadFactor, reason, by);
                    };
                },
                switch (what) {
                    case DISABLE ->
                        "%s is taken out: it ends what it has begun, and gets nothing new.".formatted(instance);
                    case ENABLE -> "%s takes part again.".formatted(instance);
                    case WEIGH -> "%s has load factor %d from now on.".formatted(instance, loadFactor);
                },
                flash);
    }

    @PostMapping(PAGE + "/queries")
    String changeStrategy(
            @AuthenticationPrincipal @Nullable Account visitor,
            @RequestParam QueryStrategy strategy,
            @RequestParam String reason,
            RedirectAttributes flash) {
        String by = operator(visitor);
        return decide(
                () -> new ChangeQueryStrategy(ControlsId.ALL, strategy, reason, by),
                "Queries are given to instances by the new rule.",
                flash);
    }

    private static String operator(@Nullable Account visitor) {
        return Access.staff(visitor, Role.OPERATOR).email();
    }

    private interface Decision {
        OperationsCommand command();
    }

    private String decide(Decision decision, String whenDone, RedirectAttributes flash) {
        try {
            Notice.of(commands.send(decision.command()), whenDone).flash(flash);
        } catch (InvalidValue invalid) {
            new Notice("bad", String.valueOf(invalid.getMessage())).flash(flash);
        }
        return BACK;
    }
}
