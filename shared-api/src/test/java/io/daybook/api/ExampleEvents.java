package io.daybook.api;

import io.daybook.api.audit.FindingId;
import io.daybook.api.audit.Remedy;
import io.daybook.api.catalog.CatalogEvent.ProductListed;
import io.daybook.api.catalog.CatalogEvent.ProductRepriced;
import io.daybook.api.catalog.CatalogEvent.ProductRetired;
import io.daybook.api.catalog.CatalogEvent.ProductRevised;
import io.daybook.api.catalog.Sku;
import io.daybook.api.customer.CustomerEvent.CustomerRegistered;
import io.daybook.api.customer.CustomerEvent.TierChanged;
import io.daybook.api.customer.CustomerEvent.TierEarned;
import io.daybook.api.customer.CustomerEvent.TierLost;
import io.daybook.api.customer.CustomerEvent.TierReturned;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.customer.Tier;
import io.daybook.api.fulfilment.Step;
import io.daybook.api.inventory.LineQuantity;
import io.daybook.api.inventory.MovementId;
import io.daybook.api.inventory.ReservationEvent.StockDispatched;
import io.daybook.api.inventory.ReservationEvent.StockRefused;
import io.daybook.api.inventory.ReservationEvent.StockReleased;
import io.daybook.api.inventory.ReservationEvent.StockReserved;
import io.daybook.api.inventory.Shortage;
import io.daybook.api.inventory.StockEvent.StockAdjusted;
import io.daybook.api.inventory.StockEvent.StockReceived;
import io.daybook.api.inventory.StockEvent.UnitsDispatched;
import io.daybook.api.inventory.StockEvent.UnitsReleased;
import io.daybook.api.inventory.StockEvent.UnitsReserved;
import io.daybook.api.inventory.StockLevel;
import io.daybook.api.inventory.WarehouseId;
import io.daybook.api.operations.CapacityPlan;
import io.daybook.api.operations.Fault;
import io.daybook.api.operations.FaultId;
import io.daybook.api.operations.InstanceName;
import io.daybook.api.operations.OperationsEvent.CapacityShared;
import io.daybook.api.operations.OperationsEvent.DeadLetterDropped;
import io.daybook.api.operations.OperationsEvent.DeadLettersRetried;
import io.daybook.api.operations.OperationsEvent.FaultEnded;
import io.daybook.api.operations.OperationsEvent.FaultInjected;
import io.daybook.api.operations.OperationsEvent.InstanceDisabled;
import io.daybook.api.operations.OperationsEvent.InstanceDrained;
import io.daybook.api.operations.OperationsEvent.InstanceEnabled;
import io.daybook.api.operations.OperationsEvent.InstanceWeighed;
import io.daybook.api.operations.OperationsEvent.PersonalDataShown;
import io.daybook.api.operations.OperationsEvent.ProcessorStarted;
import io.daybook.api.operations.OperationsEvent.ProcessorStopped;
import io.daybook.api.operations.OperationsEvent.QueryStrategyChanged;
import io.daybook.api.operations.OperationsEvent.RepairDecided;
import io.daybook.api.operations.OperationsEvent.SegmentSteered;
import io.daybook.api.operations.OperationsEvent.ServiceLevelSet;
import io.daybook.api.operations.OperationsEvent.StockConsistencyChanged;
import io.daybook.api.operations.OperationsEvent.TierThresholdChanged;
import io.daybook.api.operations.OperationsEvent.ViewCopyDismissed;
import io.daybook.api.operations.OperationsEvent.ViewRebuildCancelled;
import io.daybook.api.operations.OperationsEvent.ViewRebuildFailed;
import io.daybook.api.operations.OperationsEvent.ViewRebuildPaused;
import io.daybook.api.operations.OperationsEvent.ViewRebuildResumed;
import io.daybook.api.operations.OperationsEvent.ViewRebuildStarted;
import io.daybook.api.operations.OperationsEvent.ViewReturnStarted;
import io.daybook.api.operations.OperationsEvent.ViewSwapRequested;
import io.daybook.api.operations.OperationsEvent.ViewSwapped;
import io.daybook.api.operations.ProcessorName;
import io.daybook.api.operations.QueryStrategy;
import io.daybook.api.operations.RebuildId;
import io.daybook.api.operations.SegmentAction;
import io.daybook.api.operations.SegmentActionId;
import io.daybook.api.operations.ServiceLevel;
import io.daybook.api.operations.StockConsistency;
import io.daybook.api.order.Address;
import io.daybook.api.order.OrderEvent.CancellationRequested;
import io.daybook.api.order.OrderEvent.FulfilmentRetried;
import io.daybook.api.order.OrderEvent.FulfilmentStuck;
import io.daybook.api.order.OrderEvent.OrderCancelled;
import io.daybook.api.order.OrderEvent.OrderConfirmed;
import io.daybook.api.order.OrderEvent.OrderDispatched;
import io.daybook.api.order.OrderEvent.OrderPlaced;
import io.daybook.api.order.OrderEvent.OrderRejected;
import io.daybook.api.order.OrderEvent.StepSkipped;
import io.daybook.api.order.OrderEvent.StepTimedOut;
import io.daybook.api.order.OrderId;
import io.daybook.api.order.OrderLine;
import io.daybook.api.payment.PaymentEvent.CaptureRequested;
import io.daybook.api.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.api.payment.PaymentEvent.PaymentCaptureFailed;
import io.daybook.api.payment.PaymentEvent.PaymentCaptured;
import io.daybook.api.payment.PaymentEvent.PaymentDeclined;
import io.daybook.api.payment.PaymentEvent.PaymentRefunded;
import io.daybook.api.payment.PaymentEvent.PaymentRequested;
import io.daybook.api.payment.PaymentEvent.PaymentVoided;
import io.daybook.api.payment.PaymentEvent.RefundRequested;
import io.daybook.api.payment.PaymentEvent.VoidRequested;
import io.daybook.api.payment.PaymentId;
import io.daybook.api.payment.PaymentMethod;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** One event of each kind, as the golden files have them. */
final class ExampleEvents {

    private static final Money PRICE = Money.of(CurrencyUnit.GBP, 2.55);
    private static final InstanceName INSTANCE = new InstanceName("order-2");
    private static final FaultId FAULT = new FaultId("5f0c7a52");
    private static final RebuildId REBUILD = new RebuildId("7c3f1b20");
    private static final ProcessorName STOCK = new ProcessorName("stock");
    private static final Sku SKU = new Sku("85123A");
    private static final CustomerId CUSTOMER = new CustomerId("17850");
    private static final OrderId ORDER = new OrderId("5f0c1c3e-8a0e-4d6c-9c55-0b8f6c3f7a11");
    private static final PaymentId PAYMENT = PaymentId.of(ORDER);
    private static final PaymentMethod CARD = new PaymentMethod("tok_approve", "4242");
    private static final WarehouseId MAIN = WarehouseId.MAIN;
    private static final StockLevel LEVEL = new StockLevel(120, 6);
    private static final Address ADDRESS =
            new Address("Ann Smith", "1 High Street", "York", "YO1 7HH", "United Kingdom");

    static final List<Object> ALL = List.of(
            new ProductListed(SKU, "White hanging heart", "For candles", "Home", PRICE, "candle"),
            new ProductRevised(SKU, "Red hanging heart", "For candles", "Home", "candle"),
            new ProductRepriced(SKU, PRICE.plus(1)),
            new ProductRetired(SKU, "No longer made"),
            new CustomerRegistered(CUSTOMER, "Ann Smith"),
            new TierChanged(CUSTOMER, Tier.VIP, "Loyal since 2010", "olga"),
            new TierReturned(CUSTOMER, "Spends enough by now", "olga"),
            new TierEarned(CUSTOMER, pounds("4600.00"), pounds("4525.87"), ORDER, 12),
            new TierLost(CUSTOMER, pounds("4500.00"), pounds("4525.87"), ORDER, 13),
            new TierThresholdChanged(pounds("5000.00"), "Too many of them", "olga"),
            new CapacityShared(new CapacityPlan(40, 20, true, 10, 60), "Christmas", "olga"),
            new ServiceLevelSet(Tier.VIP, new ServiceLevel(99, 3_000), "As in the contract", "olga"),
            new InstanceDisabled(INSTANCE, "Slow since noon", "olga"),
            new InstanceDrained(INSTANCE, "Moves to another rack", "olga"),
            new InstanceEnabled(INSTANCE, "New disk", "olga"),
            new InstanceWeighed(INSTANCE, 300, "A larger machine", "olga"),
            new QueryStrategyChanged(QueryStrategy.LEAST_BUSY, "One of them is slower", "olga"),
            new PersonalDataShown("event 0 of customer-c0ffee (CustomerRegistered)", "A complaint by letter", "olga"),
            new StockConsistencyChanged(StockConsistency.STRONG, "The sale begins", "olga"),
            new FaultInjected(
                    FAULT,
                    new Fault.Latency("inventory", "ReserveStock", Duration.ofMillis(250)),
                    Instant.parse("2026-02-03T04:05:06Z"),
                    Instant.parse("2026-02-03T04:15:06Z"),
                    "Game day",
                    "olga"),
            new FaultEnded(FAULT, Instant.parse("2026-02-03T04:07:00Z"), "Seen enough", "olga"),
            new ViewRebuildStarted(
                    REBUILD, "orders", Instant.parse("2026-02-03T04:05:06Z"), true, "A line was missing", "olga"),
            new ViewReturnStarted(REBUILD, "orders", true, "The old one was right", "olga"),
            new ViewRebuildPaused(REBUILD, "The sale begins", "olga"),
            new ViewRebuildResumed(REBUILD, "The sale is over", "olga"),
            new ViewRebuildCancelled(REBUILD, "Not needed", "olga"),
            new ViewSwapRequested(REBUILD, true, "The copy is right", "olga"),
            new ViewSwapped(REBUILD, "orders", "orders-2", 1_234L, 321L, 2L, "The copy is right", "olga"),
            new ViewRebuildFailed(REBUILD, "orders", "An event cannot be read", "olga"),
            new ViewCopyDismissed("orders", "orders-1", "No longer needed", "olga"),
            new DeadLettersRetried("fulfilment", ORDER.value(), "The event is mended", "olga"),
            new DeadLetterDropped("orders", ORDER.value(), "2f6c", "Nobody needs it", "olga"),
            new RepairDecided(
                    new FindingId("orders:5f0c7a52"), Remedy.REBUILD_ENTRY, "The disk had a bad sector", "olga"),
            new ProcessorStopped(STOCK, Instant.parse("2026-02-03T04:05:06Z"), "The disk is full", "olga"),
            new ProcessorStarted(STOCK, Instant.parse("2026-02-03T04:15:06Z"), "A larger disk", "olga"),
            new SegmentSteered(
                    new SegmentActionId("5f0c7a53"),
                    new InstanceName("orchestrator-1"),
                    new ProcessorName("fulfilment"),
                    0,
                    SegmentAction.SPLIT,
                    Instant.parse("2026-02-03T04:05:06Z"),
                    "The sale begins",
                    "olga"),
            new OrderPlaced(
                    ORDER,
                    CUSTOMER,
                    Tier.STANDARD,
                    MAIN,
                    List.of(new OrderLine(SKU, "White hanging heart", 6, PRICE)),
                    PRICE.multipliedBy(6),
                    CARD,
                    ADDRESS,
                    "ann"),
            new OrderConfirmed(ORDER),
            new OrderRejected(ORDER, "Payment declined: insufficient funds"),
            new CancellationRequested(ORDER, MAIN, true, "Ordered twice", "ann"),
            new OrderCancelled(ORDER),
            new OrderDispatched(ORDER, MAIN, "will"),
            new StepTimedOut(ORDER, Step.PAYMENT),
            new FulfilmentStuck(ORDER, Step.COMPENSATION, "Not answered in time"),
            new StepSkipped(ORDER, Step.COMPENSATION, "Given back in cash", "olga"),
            new FulfilmentRetried(ORDER, "The provider is back", "olga"),
            new PaymentRequested(PAYMENT, ORDER, PRICE, CARD),
            new PaymentAuthorized(PAYMENT, ORDER, PRICE, "ref-1"),
            new PaymentDeclined(PAYMENT, ORDER, "insufficient funds"),
            new CaptureRequested(PAYMENT, ORDER),
            new PaymentCaptured(PAYMENT, ORDER, PRICE),
            new PaymentCaptureFailed(PAYMENT, ORDER, "refused"),
            new VoidRequested(PAYMENT, ORDER),
            new PaymentVoided(PAYMENT, ORDER),
            new RefundRequested(PAYMENT, ORDER),
            new PaymentRefunded(PAYMENT, ORDER, PRICE),
            new StockReceived(MAIN, SKU, new MovementId("delivery-1"), 120, "Delivery", "will", LEVEL),
            new StockAdjusted(MAIN, SKU, new MovementId("count-1"), -2, "Broken", "will", LEVEL),
            new UnitsReserved(MAIN, SKU, ORDER, 6, LEVEL),
            new UnitsReleased(MAIN, SKU, ORDER, 6, LEVEL),
            new UnitsDispatched(MAIN, SKU, ORDER, 6, LEVEL),
            new StockReserved(ORDER, MAIN, List.of(new LineQuantity(SKU, 6))),
            new StockRefused(ORDER, MAIN, List.of(new Shortage(SKU, 6, 2))),
            new StockReleased(ORDER, MAIN),
            new StockDispatched(ORDER, MAIN));

    private ExampleEvents() {}

    private static Money pounds(String amount) {
        return Money.of(CurrencyUnit.GBP, new BigDecimal(amount));
    }
}
