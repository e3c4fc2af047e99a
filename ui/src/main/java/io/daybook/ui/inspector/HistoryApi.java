package io.daybook.ui.inspector;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.history.Causation;
import io.daybook.api.history.HistoryQuery.EventDetail;
import io.daybook.api.history.HistoryQuery.FindEvents;
import io.daybook.api.history.HistoryQuery.LogPage;
import io.daybook.api.history.HistoryQuery.StreamPage;
import io.daybook.api.history.LoggedEvent;
import io.daybook.api.order.OrderId;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.http.NotThere;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** The events of the log, for staff's programs. */
@RestController
@RequestMapping("/api/v1/staff/history")
@Tag(name = "Staff: history")
class HistoryApi {

    private static final String FILTER = "Names of events, separated by commas; empty for all";

    private final Archive archive;
    private final ShownPersonalData shown;
    private final JsonMapper json = JsonMapper.shared();

    HistoryApi(Archive archive, ShownPersonalData shown) {
        this.archive = archive;
        this.shown = shown;
    }

    /**
     * An event.
     *
     * @param payload JSON, or a text where what is stored is none
     * @param hidden  whether personal data was left out
     * @param problem why it cannot be read as what it claims to be
     */
    record Event(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long position,

            Instant at,
            String id,
            String stream,
            String kind,
            long sequence,
            String what,
            String type,
            @Nullable String revision,
            JsonNode payload,
            Map<String, String> metaData,
            boolean hidden,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String problem) {}

    /**
     * Events of the log.
     *
     * @param looked events looked at
     * @param next   position to go on from; null when everything has been looked at
     */
    record Log(
            List<Event> events,
            long first,
            long head,
            long looked,
            @Nullable Long next) {}

    /** @param next what to ask for as {@code before} to get the events before these; null when there are none */
    record Stream(
            List<Event> events,
            long total,
            long looked,
            @Nullable Long next) {}

    /** Why somebody wants to see what he does not usually see. */
    record Reason(@Nullable String reason) {}

    @GetMapping("/events")
    @Operation(
            summary = "Read the events of the log",
            description = "From the newest back, or from a position or a time on. A bounded number of events is looked"
                    + " at: `next` says where to go on. Needs SUPPORT or OPERATOR; to OPERATOR, names, addresses"
                    + " and e-mail addresses are masked. Payment tokens are never shown.")
    Log events(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @Parameter(description = FILTER) @RequestParam(defaultValue = "") String type,
            @Parameter(description = "The earliest, such as 2026-02-03T12:00:00Z") @RequestParam(defaultValue = "")
                    String since,
            @Parameter(description = "The latest") @RequestParam(defaultValue = "") String until,
            @Parameter(description = "To begin at; empty for the end that the way begins at")
                    @RequestParam(required = false)
                    @Nullable Long position,
            @Parameter(description = "Whether to read on instead of back") @RequestParam(defaultValue = "false")
                    boolean oldestFirst,
            @Parameter(description = "1 to 500") @RequestParam(defaultValue = "50") int size) {
        HistoryForm form = HistoryForm.of(Map.of("type", type, "since", since, "until", until));
        LogPage page = archive.events(
                new FindEvents(form.filter(), oldestFirst, position, size, Archive.seesPersonalData(account)));
        return new Log(events(page.events()), page.first(), page.head(), page.looked(), page.next());
    }

    @GetMapping("/events/{position}")
    @Operation(summary = "Read the event at a position")
    Event atPosition(@Parameter(hidden = true) @AuthenticationPrincipal Account account, @PathVariable long position) {
        return one(archive.event(null, position, Archive.seesPersonalData(account)), "event at " + position);
    }

    @GetMapping("/streams/{stream}/events")
    @Operation(summary = "Read the events of one aggregate, newest first")
    Stream ofStream(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String stream,
            @Parameter(description = FILTER) @RequestParam(defaultValue = "") String type,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "50") int size) {
        return of(List.of(stream), type, before, size, account);
    }

    @GetMapping("/orders/{id}/events")
    @Operation(summary = "Read the events of an order, its payment and its reservation, newest first")
    Stream ofOrder(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String id,
            @Parameter(description = FILTER) @RequestParam(defaultValue = "") String type,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "50") int size) {
        return of(Archive.streamsOf(new OrderId(id)), type, before, size, account);
    }

    @GetMapping("/customers/{id}/events")
    @Operation(
            summary = "Read the events of a customer and her orders, newest first",
            description = "Of 20 orders at a time, the newest; `orders` counts those pages from 0.")
    Stream ofCustomer(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int orders,
            @Parameter(description = FILTER) @RequestParam(defaultValue = "") String type,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "50") int size) {
        return of(archive.streamsOf(new CustomerId(id), orders).streams(), type, before, size, account);
    }

    private Stream of(List<String> streams, String type, @Nullable Long before, int size, Account account) {
        StreamPage page = archive.events(
                streams,
                HistoryForm.of(Map.of("type", type)).filter(),
                before,
                size,
                Archive.seesPersonalData(account));
        return new Stream(events(page.events()), page.total(), page.looked(), page.next());
    }

    @GetMapping("/streams/{stream}/events/{number}")
    @Operation(summary = "Read one event of an aggregate")
    Event inStream(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String stream,
            @PathVariable long number) {
        return one(
                archive.event(stream, number, Archive.seesPersonalData(account)),
                HistoryController.what(stream, number));
    }

    @PostMapping("/streams/{stream}/events/{number}/personal-data")
    @Operation(
            summary = "Read one event with its personal data",
            description = "Who asked, and why, is put on record first, each time. Needs a reason.")
    CompletableFuture<Event> withPersonalData(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String stream,
            @PathVariable long number,
            @RequestBody Reason reason) {
        String what = HistoryController.what(stream, number);
        return shown.forProgram(account, what, reason.reason(), () -> one(archive.event(stream, number, true), what));
    }

    @GetMapping("/streams/{stream}/events/{number}/causes")
    @Operation(summary = "See what led to an event, and what came of it")
    Causation causes(@PathVariable String stream, @PathVariable long number) {
        return known(archive.causes(stream, number), HistoryController.what(stream, number));
    }

    @GetMapping("/orders/{id}/causes")
    @Operation(summary = "See what caused what in an order")
    Causation causesOfOrder(@PathVariable String id) {
        return known(archive.causes(new OrderId(id).value(), null), "order " + id);
    }

    private static Causation known(Causation causation, String what) {
        if (causation.commands().isEmpty()) {
            throw new NotThere(what);
        }
        return causation;
    }

    private Event one(EventDetail detail, String what) {
        return detail.event().stream().findFirst().map(this::event).orElseThrow(() -> new NotThere(what));
    }

    private List<Event> events(List<LoggedEvent> events) {
        return events.stream().map(this::event).toList();
    }

    private Event event(LoggedEvent event) {
        return new Event(
                event.position(),
                event.at(),
                event.id(),
                event.stream(),
                event.kind(),
                event.sequence(),
                event.what(),
                event.type(),
                event.revision(),
                payload(event.payload()),
                event.metaData(),
                event.hidden(),
                event.problem());
    }

    private JsonNode payload(String text) {
        try {
            return json.readTree(text);
        } catch (JacksonException noJson) {
            return StringNode.valueOf(text);
        }
    }
}
