package io.daybook.command.operations;

import io.daybook.api.CommandRefused;
import io.daybook.api.operations.ControlsId;
import io.daybook.api.operations.Fault;
import io.daybook.api.operations.FaultId;
import io.daybook.api.operations.InstanceName;
import io.daybook.api.operations.OperationsCommand.ChangeQueryStrategy;
import io.daybook.api.operations.OperationsCommand.DisableInstance;
import io.daybook.api.operations.OperationsCommand.DismissCopy;
import io.daybook.api.operations.OperationsCommand.EnableInstance;
import io.daybook.api.operations.OperationsCommand.EndFault;
import io.daybook.api.operations.OperationsCommand.InjectFault;
import io.daybook.api.operations.OperationsCommand.PauseRebuild;
import io.daybook.api.operations.OperationsCommand.RebuildView;
import io.daybook.api.operations.OperationsCommand.ShowPersonalData;
import io.daybook.api.operations.OperationsCommand.StartProcessor;
import io.daybook.api.operations.OperationsCommand.SteerSegment;
import io.daybook.api.operations.OperationsCommand.StopProcessor;
import io.daybook.api.operations.OperationsCommand.WeighInstance;
import io.daybook.api.operations.OperationsEvent.FaultEnded;
import io.daybook.api.operations.OperationsEvent.FaultInjected;
import io.daybook.api.operations.OperationsEvent.InstanceDisabled;
import io.daybook.api.operations.OperationsEvent.InstanceEnabled;
import io.daybook.api.operations.OperationsEvent.InstanceWeighed;
import io.daybook.api.operations.OperationsEvent.PersonalDataShown;
import io.daybook.api.operations.OperationsEvent.ProcessorStarted;
import io.daybook.api.operations.OperationsEvent.ProcessorStopped;
import io.daybook.api.operations.OperationsEvent.QueryStrategyChanged;
import io.daybook.api.operations.OperationsEvent.SegmentSteered;
import io.daybook.api.operations.OperationsEvent.ViewCopyDismissed;
import io.daybook.api.operations.OperationsEvent.ViewRebuildStarted;
import io.daybook.api.operations.OperationsEvent.ViewReturnStarted;
import io.daybook.api.operations.ProcessorName;
import io.daybook.api.operations.ProviderBehaviour;
import io.daybook.api.operations.QueryStrategy;
import io.daybook.api.operations.RebuildId;
import io.daybook.api.operations.SegmentAction;
import io.daybook.api.operations.SegmentActionId;
import io.daybook.command.aggregate.AggregateCache;
import io.daybook.command.aggregate.Aggregates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

class ControlPanelTest {

    private static final ControlsId ALL = ControlsId.ALL;
    private static final InstanceName ORDER_2 = new InstanceName("order-2");
    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");
    private static final FaultId FAULT = new FaultId("first");
    private static final Fault SLOW = new Fault.ProviderTrouble(ProviderBehaviour.SLOW);
    private static final InstanceDisabled DISABLED = new InstanceDisabled(ORDER_2, "slow", "olga");
    private static final InstanceEnabled ENABLED = new InstanceEnabled(ORDER_2, "mended", "olga");

    @Test
    void an_instance_is_taken_out_once() {
        given().whenSent(new DisableInstance(ALL, ORDER_2, "slow", "olga")).expectEvents(DISABLED);
        given(DISABLED)
                .whenSent(new DisableInstance(ALL, ORDER_2, "slow", "olga"))
                .expectNoEvents();
    }

    @Test
    void an_instance_that_takes_part_is_not_let_take_part() {
        given().whenSent(new EnableInstance(ALL, ORDER_2, "mended", "olga")).expectNoEvents();
        given(DISABLED)
                .whenSent(new EnableInstance(ALL, ORDER_2, "mended", "olga"))
                .expectEvents(ENABLED);
        given(DISABLED, ENABLED)
                .whenSent(new EnableInstance(ALL, ORDER_2, "mended", "olga"))
                .expectNoEvents();
    }

    @Test
    void an_instance_keeps_its_load_factor_while_it_is_out() {
        InstanceWeighed weighed = new InstanceWeighed(ORDER_2, 300, "larger", "olga");
        given().whenSent(new WeighInstance(ALL, ORDER_2, 300, "larger", "olga")).expectEvents(weighed);
        given(weighed, DISABLED, ENABLED)
                .whenSent(new WeighInstance(ALL, ORDER_2, 300, "larger", "olga"))
                .expectNoEvents();
    }

    @Test
    void whoever_is_shown_personal_data_is_on_record_each_time_and_nothing_else_changes() {
        PersonalDataShown shown = new PersonalDataShown("event 1 of customer-ada", "a complaint", "olga");
        ShowPersonalData show = new ShowPersonalData(ALL, "event 1 of customer-ada", "a complaint", "olga");
        given().whenSent(show).expectEvents(shown);
        given(shown).whenSent(show).expectEvents(shown);
        given(shown).whenSent(new EnableInstance(ALL, ORDER_2, "well", "olga")).expectNoEvents();
    }

    @Test
    void the_rule_for_queries_changes_once() {
        QueryStrategyChanged changed = new QueryStrategyChanged(QueryStrategy.LEAST_BUSY, "uneven", "olga");
        ChangeQueryStrategy change = new ChangeQueryStrategy(ALL, QueryStrategy.LEAST_BUSY, "uneven", "olga");
        given().whenSent(change).expectEvents(changed);
        given(changed).whenSent(change).expectNoEvents();
    }

    @Test
    void a_fault_is_injected_once_and_knows_when_it_ends() {
        InjectFault inject = new InjectFault(ALL, FAULT, SLOW, Duration.ofMinutes(1), "game day", "olga");
        FaultInjected injected = new FaultInjected(FAULT, SLOW, NOON, NOON.plusSeconds(60), "game day", "olga");

        given().whenSent(inject).expectEvents(injected);
        given(injected).whenSent(inject).expectNoEvents();
    }

    @Test
    void a_fault_is_ended_before_its_time_once() {
        EndFault end = new EndFault(ALL, FAULT, "seen enough", "olga");
        FaultInjected injected =
                new FaultInjected(FAULT, SLOW, NOON.minusSeconds(5), NOON.plusSeconds(60), "game day", "olga");
        FaultEnded ended = new FaultEnded(FAULT, NOON, "seen enough", "olga");

        given(injected).whenSent(end).expectEvents(ended);
        given(injected, ended).whenSent(end).expectNoEvents();
        given().whenSent(end).expectNoEvents();
    }

    @Test
    void a_processor_is_stopped_once_and_started_once() {
        ProcessorName stock = new ProcessorName("stock");
        StopProcessor stop = new StopProcessor(ALL, stock, "disk", "olga");
        StartProcessor start = new StartProcessor(ALL, stock, "mended", "olga");
        ProcessorStopped stopped = new ProcessorStopped(stock, NOON, "disk", "olga");

        given().whenSent(start).expectNoEvents();
        given().whenSent(stop).expectEvents(stopped);
        given(stopped).whenSent(stop).expectNoEvents();
        given(stopped).whenSent(start).expectEvents(new ProcessorStarted(stock, NOON, "mended", "olga"));
    }

    @Test
    void an_action_with_a_segment_is_ordered_once() {
        SegmentActionId action = new SegmentActionId("first");
        ProcessorName fulfilment = new ProcessorName("fulfilment");
        SteerSegment split = new SteerSegment(ALL, action, ORDER_2, fulfilment, 0, SegmentAction.SPLIT, "sale", "olga");
        SegmentSteered steered =
                new SegmentSteered(action, ORDER_2, fulfilment, 0, SegmentAction.SPLIT, NOON, "sale", "olga");

        given().whenSent(split).expectEvents(steered);
        given(steered).whenSent(split).expectNoEvents();
    }

    @Test
    void a_view_is_rebuilt_by_one_rebuild_at_a_time() {
        RebuildId first = new RebuildId("first");
        RebuildView rebuild = new RebuildView(ALL, first, "orders", null, false, "wrong", "olga");
        ViewRebuildStarted started = new ViewRebuildStarted(first, "orders", null, false, "wrong", "olga");

        given().whenSent(rebuild).expectEvents(started);
        given(started).whenSent(rebuild).expectNoEvents();
        given(started)
                .whenSent(new RebuildView(ALL, new RebuildId("second"), "orders", null, true, "again", "olga"))
                .expectException(CommandRefused.class);
        given(started)
                .whenSent(new PauseRebuild(ALL, new RebuildId("second"), "busy", "olga"))
                .expectException(CommandRefused.class);
    }

    @Test
    void a_copy_that_is_being_made_live_again_is_not_dismissed() {
        ViewReturnStarted started = new ViewReturnStarted(new RebuildId("first"), "orders", true, "back", "olga");
        DismissCopy dismiss = new DismissCopy(ALL, "orders", "orders", "no longer needed", "olga");

        given(started).whenSent(dismiss).expectException(CommandRefused.class);
        given(DISABLED)
                .whenSent(dismiss)
                .expectEvents(new ViewCopyDismissed("orders", "orders", "no longer needed", "olga"));
    }

    private interface When {
        ResultValidator<ControlPanel> whenSent(Object command);
    }

    private static When given(Object... history) {
        AggregateTestFixture<ControlPanel> fixture = new AggregateTestFixture<>(ControlPanel.class);
        fixture.registerAnnotatedCommandHandler(new OperationsCommandHandler(
                new Aggregates<>(
                        fixture.getRepository(),
                        id -> history.length == 0 ? Optional.empty() : Optional.of(0L),
                        new AggregateCache(1)),
                Clock.fixed(NOON, ZoneOffset.UTC)));
        return command -> fixture.given(history).when(command);
    }
}
