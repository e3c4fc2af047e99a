package io.daybook.ui.services;

import io.daybook.api.Require;
import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.InstanceName;
import io.daybook.api.operations.OperationsCommand.DisableInstance;
import io.daybook.api.operations.OperationsCommand.DrainInstance;
import io.daybook.api.operations.OperationsCommand.EnableInstance;
import io.daybook.api.operations.OperationsCommand.WeighInstance;
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

/** Shows the instances, and steers them. */
@Controller
class ServicesController {

    private static final String PAGE = "/staff/operations/services";
    private static final String BACK = "redirect:" + PAGE;
    private static final String LAST = "is the last of its service that takes part: without it, nobody does its work";

    /** What the buttons of the form do. */
    enum Steering {
        DRAIN,
        DISABLE,
        ENABLE,
        WEIGH
    }

    private final ServiceBoard board;
    private final LiveStreams streams;
    private final Decisions decisions;

    ServicesController(ServiceBoard board, LiveStreams streams, Decisions decisions) {
        this.board = board;
        this.streams = streams;
        this.decisions = decisions;
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
        return "staff/services";
    }

    @GetMapping(path = PAGE + "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(@AuthenticationPrincipal @Nullable Account visitor) {
        Access.staff(visitor, Role.OPERATOR);
        return streams.follow(board.sampler());
    }

    @PostMapping(PAGE)
    String steer(
            @AuthenticationPrincipal @Nullable Account visitor,
            @RequestParam Steering what,
            @RequestParam String instance,
            @RequestParam(defaultValue = "100") int loadFactor,
            @RequestParam(defaultValue = "false") boolean evenLast,
            @RequestParam String reason,
            RedirectAttributes flash) {
        String by = Access.staff(visitor, Role.OPERATOR).email();
        decisions.decide(
                () -> {
                    InstanceName name = new InstanceName(instance);
                    Require.that(evenLast || !takesOut(what) || !board.isLast(name), "instance", LAST);
                    return switch (what) {
                        case DRAIN -> new DrainInstance(ControlsId.ALL, name, reason, by);
                        case DISABLE -> new DisableInstance(ControlsId.ALL, name, reason, by);
                        case ENABLE -> new EnableInstance(ControlsId.ALL, name, reason, by);
                        case WEIGH -> new WeighInstance(ControlsId.ALL, name, loadFactor, reason, by);
                    };
                },
                switch (what) {
                    case DRAIN ->
                        "%s gets nothing new; it ends what it has, and goes on with its events.".formatted(instance);
                    case DISABLE ->
                        "%s is taken out: it ends what it has begun, and gets nothing new.".formatted(instance);
                    case ENABLE -> "%s takes part again.".formatted(instance);
                    case WEIGH -> "%s has load factor %d from now on.".formatted(instance, loadFactor);
                },
                flash);
        return BACK;
    }

    private static boolean takesOut(Steering what) {
        return what == Steering.DRAIN || what == Steering.DISABLE;
    }
}
