package io.daybook.api.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.InvalidValue;
import io.daybook.api.MessageJson;
import io.daybook.api.customer.Tier;
import io.daybook.api.operations.OperationsEvent.CapacityShared;
import io.daybook.api.operations.OperationsEvent.FaultEnded;
import io.daybook.api.operations.OperationsEvent.FaultInjected;
import io.daybook.api.operations.OperationsEvent.InstanceDisabled;
import io.daybook.api.operations.OperationsEvent.InstanceDrained;
import io.daybook.api.operations.OperationsEvent.InstanceEnabled;
import io.daybook.api.operations.OperationsEvent.InstanceWeighed;
import io.daybook.api.operations.OperationsEvent.ProcessorStarted;
import io.daybook.api.operations.OperationsEvent.ProcessorStopped;
import io.daybook.api.operations.OperationsEvent.SegmentSteered;
import io.daybook.api.operations.OperationsEvent.ServiceLevelSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ControlsTest {

    private static final InstanceName ORDER_2 = new InstanceName("order-2");
    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");
    private static final FaultId FIRST = new FaultId("first");
    private static final Fault SLOW = new Fault.ProviderTrouble(ProviderBehaviour.SLOW);

    private static FaultInjected injected(FaultId id, Instant from, Duration duration) {
        return new FaultInjected(id, SLOW, from, from.plus(duration), "test", "olga");
    }

    @Test
    void an_instance_keeps_its_load_factor_while_it_is_taken_out() {
        Controls controls = Controls.USUAL
                .after(new InstanceWeighed(ORDER_2, 300, "test", "olga"))
                .after(new InstanceDisabled(ORDER_2, "test", "olga"));

        assertThat(controls.of(ORDER_2)).isEqualTo(new InstanceControl(Participation.DISABLED, 300));
        assertThat(controls.of(ORDER_2).worksOnEvents()).isFalse();
        assertThat(controls.after(new InstanceEnabled(ORDER_2, "test", "olga")).of(ORDER_2))
                .isEqualTo(new InstanceControl(Participation.FULL, 300));
    }

    @Test
    void an_instance_that_is_drained_goes_on_with_events() {
        InstanceControl drained = Controls.USUAL
                .after(new InstanceDrained(ORDER_2, "test", "olga"))
                .of(ORDER_2);

        assertThat(drained.getsMessages()).isFalse();
        assertThat(drained.worksOnEvents()).isTrue();
    }

    @Test
    void a_decision_that_changes_nothing_leaves_the_same_controls() {
        assertThat(Controls.USUAL.after(new InstanceEnabled(ORDER_2, "test", "olga")))
                .isEqualTo(Controls.USUAL);
        assertThat(Controls.USUAL.after(new FaultEnded(FIRST, NOON, "test", "olga")))
                .isEqualTo(Controls.USUAL);
    }

    @Test
    void a_fault_ends_by_itself() {
        Controls controls = Controls.USUAL.after(injected(FIRST, NOON, Duration.ofMinutes(1)));

        assertThat(controls.at(NOON.plusSeconds(59)).faults()).hasSize(1);
        assertThat(controls.at(NOON.plusSeconds(60)).faults()).isEmpty();
    }

    @Test
    void a_fault_that_was_ended_does_not_come_back_when_its_injection_is_sent_again() {
        FaultInjected injection = injected(FIRST, NOON, Duration.ofMinutes(10));
        Controls controls =
                Controls.USUAL.after(injection).after(new FaultEnded(FIRST, NOON.plusSeconds(5), "test", "olga"));

        assertThat(controls.after(injection)).isEqualTo(controls);
        assertThat(controls.at(NOON.plusSeconds(5)).faults()).isEmpty();
    }

    @Test
    void faults_that_are_over_are_forgotten_with_the_next_one() {
        Controls controls = Controls.USUAL
                .after(injected(FIRST, NOON, Duration.ofMinutes(1)))
                .after(injected(new FaultId("second"), NOON.plusSeconds(60), Duration.ofMinutes(1)));

        assertThat(controls.faults()).extracting(InjectedFault::id).containsExactly(new FaultId("second"));
    }

    static List<Fault> faults() {
        return List.of(
                new Fault.Crash(ORDER_2),
                new Fault.Latency("order", null, Duration.ofSeconds(2)),
                new Fault.Errors("order", "PlaceOrder", 20),
                new Fault.ProviderTrouble(ProviderBehaviour.HANGING),
                new Fault.ViewPause("stock"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void every_kind_of_fault_is_read_as_it_was_written(Fault fault) {
        Jackson3Serializer serializer = Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(new MessageJson())
                .build();
        FaultInjected event = new FaultInjected(FIRST, fault, NOON, NOON.plusSeconds(60), "test", "olga");

        SerializedObject<String> written = serializer.serialize(event, String.class);

        assertThat(serializer.<String, FaultInjected>deserialize(written)).isEqualTo(event);
    }

    @Test
    void a_fault_names_what_is_wrong_with_it() {
        assertThatThrownBy(() -> new Fault.Errors("order", null, 0))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("percent");
        assertThatThrownBy(() -> new Fault.Latency("order", null, Duration.ofMinutes(1)))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("delay");
        assertThatThrownBy(() -> new Fault.ViewPause(""))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("view");
    }

    private static final ProcessorName STOCK = new ProcessorName("stock");

    private static SegmentSteered released(String action) {
        return new SegmentSteered(
                new SegmentActionId(action), ORDER_2, STOCK, 0, SegmentAction.RELEASE, NOON, "test", "olga");
    }

    @Test
    void a_processor_that_is_stopped_runs_nowhere_until_it_is_started() {
        Controls stopped = Controls.USUAL.after(new ProcessorStopped(STOCK, NOON, "test", "olga"));

        assertThat(stopped.worksOn(InstanceControl.USUAL, "stock")).isFalse();
        assertThat(stopped.worksOn(InstanceControl.USUAL, "orders")).isTrue();
        assertThat(stopped.after(new ProcessorStopped(STOCK, NOON.plusSeconds(5), "again", "olga")))
                .isEqualTo(stopped);
        assertThat(stopped.after(new ProcessorStarted(STOCK, NOON, "test", "olga")))
                .isEqualTo(Controls.USUAL);
    }

    @Test
    void an_action_with_a_segment_is_ordered_once_and_only_the_newest_are_remembered() {
        Controls controls = Controls.USUAL;
        for (int number = 0; number < 2 * ProcessorControls.REMEMBERED; number++) {
            controls = controls.after(released("action-" + number)).after(released("action-" + number));
        }

        assertThat(controls.processors().actions()).hasSize(ProcessorControls.REMEMBERED);
        assertThat(controls.processors()
                        .actions()
                        .get(ProcessorControls.REMEMBERED - 1)
                        .id())
                .hasToString("action-" + (2 * ProcessorControls.REMEMBERED - 1));
    }

    @Test
    void the_segment_of_a_view_is_released_but_not_divided() {
        assertThatThrownBy(() -> new OperationsCommand.SteerSegment(
                        ControlsId.ALL, SegmentActionId.next(), ORDER_2, STOCK, 0, SegmentAction.SPLIT, "test", "olga"))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("one worker");
    }

    @Test
    void what_is_decided_about_tiers_adds_up() {
        CapacityPlan plan = new CapacityPlan(40, 20, false, 10, 60);
        ServiceLevel fast = new ServiceLevel(99, 1_000);

        TierControls tiers = Controls.USUAL
                .after(new CapacityShared(plan, "test", "olga"))
                .after(new ServiceLevelSet(Tier.VIP, fast, "test", "olga"))
                .tiers();

        assertThat(tiers.capacity()).isEqualTo(plan);
        assertThat(tiers.level(Tier.VIP)).isEqualTo(fast);
        assertThat(tiers.level(Tier.STANDARD)).isEqualTo(ServiceLevel.usual(Tier.STANDARD));
    }

    @Test
    void a_plan_leaves_room_for_both_tiers() {
        assertThatThrownBy(() -> new CapacityPlan(60, 50, false, 10, 70))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("standard");
        assertThatThrownBy(() -> new CapacityPlan(5, 50, false, 10, 70))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("vip");
        assertThatThrownBy(() -> new CapacityPlan(30, 30, false, 40, 30))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("most");
    }
}
