package io.daybook.query.auditor;

import io.daybook.query.projection.View;
import io.daybook.query.projection.ViewDatabase;
import io.daybook.query.projection.ViewProgresses;
import io.daybook.query.projection.ViewSettings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The parts of the auditor, for the module's configuration. */
@EnableConfigurationProperties(AuditorSettings.class)
public class AuditorBeans {

    private static final Clock CLOCK = Clock.systemUTC();

    @Bean
    FindingStore auditorFindings(ViewDatabase database) {
        return new FindingStore(database, CLOCK);
    }

    @Bean
    Walks auditorWalks(ViewDatabase database) {
        return new Walks(database);
    }

    @Bean
    AuditorQueryHandler auditorQueryHandler(FindingStore findings, Walks walks, AuditorSettings settings) {
        return new AuditorQueryHandler(findings, walks, settings);
    }

    @Bean
    AuditorMeters auditorMeters(FindingStore findings, Walks walks, Environment settings) {
        return new AuditorMeters(findings, walks, CLOCK, settings.getProperty("daybook.instance", "views"));
    }

    @Bean
    Auditor auditor(
            EventStore log,
            ViewDatabase database,
            ViewProgresses progresses,
            ViewSettings viewSettings,
            AuditorSettings settings,
            FindingStore findings,
            Walks walks,
            ObjectProvider<View<?, ?>> views,
            ObjectProvider<QueryGateway> queries,
            ObjectProvider<CommandGateway> commands) {
        UnfitEvents unfit = new UnfitEvents();
        Map<String, AuditedView<?, ?>> audited = new LinkedHashMap<>();
        views.forEach(view -> {
            if (!view.audited().isEmpty()) {
                audited.put(
                        view.name(),
                        new AuditedView<>(
                                view, database, progresses.live(view.name()), progresses.of(view.name()), unfit));
            }
        });
        Pauses pauses = new Pauses();
        Streams streams = new Streams(log, unfit);
        Suspects suspects = new Suspects();
        Verified verified = new Verified(settings.remembered(), settings.anew());
        EntryCheck entries = new EntryCheck(streams, findings, verified, settings.patience(), pauses);
        Neighbours neighbours = new Neighbours(queries::getObject, settings.ask(), pauses);
        PaymentCheck payments = new PaymentCheck(streams, findings, verified, neighbours, settings.settle(), CLOCK);
        OrderCheck orders = new OrderCheck(
                streams,
                Objects.requireNonNull(audited.get("orders")),
                Objects.requireNonNull(audited.get("fulfilments")),
                findings,
                verified,
                payments,
                neighbours,
                settings.settle(),
                CLOCK);
        LevelCheck levels = new LevelCheck(streams, findings);
        Look look = new Look(audited, entries, orders, payments, levels, findings);
        List<Step> steps = new ArrayList<>();
        audited.values()
                .forEach(view -> steps.add(new ViewWalk(view, entries, suspects, walks, settings.round(), CLOCK)));
        steps.add(new BooksWalk(payments, neighbours, suspects, walks, settings, CLOCK));
        steps.add(new LogWalk(
                new LogPages(log, streams),
                List.copyOf(audited.values()),
                entries,
                orders,
                levels,
                suspects,
                walks,
                settings,
                CLOCK));
        steps.add(new LaterLook(suspects, findings, look, CLOCK));
        String me = Objects.requireNonNullElseGet(
                viewSettings.instance(), () -> UUID.randomUUID().toString());
        return new Auditor(
                new Claim(database, me, settings.claim(), CLOCK),
                streams,
                findings,
                new Repairs(
                        log,
                        findings,
                        audited,
                        new EntryRepair(streams, pauses),
                        look,
                        commands::getObject,
                        settings.ask()),
                steps,
                pauses,
                settings);
    }
}
