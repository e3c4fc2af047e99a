package io.daybook.ui.overview;

import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import io.daybook.ui.pages.Access;
import io.daybook.ui.pages.LiveStreams;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The business at a glance, and the queues. Both pages show all without scripts, and move with them. */
@Controller
class OverviewController {

    private final OverviewFeeds feeds;
    private final LiveStreams streams;

    OverviewController(OverviewFeeds feeds, LiveStreams streams) {
        this.feeds = feeds;
        this.streams = streams;
    }

    @GetMapping("/staff/overview")
    String overview(@AuthenticationPrincipal @Nullable Account visitor, Model model) {
        Access.staff(visitor, Role.OPERATOR);
        model.addAttribute("board", feeds.board());
        model.addAttribute("refreshing", true);
        return "staff/overview";
    }

    @GetMapping(path = "/staff/overview/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter liveOverview(@AuthenticationPrincipal @Nullable Account visitor) {
        Access.staff(visitor, Role.OPERATOR);
        return streams.follow(feeds.overview());
    }

    @GetMapping("/staff/queues")
    String queues(@AuthenticationPrincipal @Nullable Account visitor, Model model) {
        Access.staff(visitor, Role.OPERATOR);
        model.addAttribute("board", feeds.queueBoard());
        model.addAttribute("refreshing", true);
        return "staff/queues";
    }

    @GetMapping(path = "/staff/queues/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter liveQueues(@AuthenticationPrincipal @Nullable Account visitor) {
        Access.staff(visitor, Role.OPERATOR);
        return streams.follow(feeds.queues());
    }
}
