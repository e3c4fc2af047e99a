package io.daybook.command.payment;

import io.daybook.api.payment.PaymentCommand.AuthorizePayment;
import io.daybook.api.payment.PaymentCommand.GiveBack;
import io.daybook.api.payment.PaymentCommand.RecordUndoneByHand;
import io.daybook.api.payment.PaymentCommand.RefundPayment;
import io.daybook.api.payment.PaymentCommand.VoidPayment;
import io.daybook.api.payment.PaymentId;
import io.daybook.command.aggregate.Aggregates;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;

/** Opens payments for the commands that may come first; what they mean is the payment's business. */
final class PaymentCommandHandler {

    private final Aggregates<Payment> payments;

    PaymentCommandHandler(Aggregates<Payment> payments) {
        this.payments = payments;
    }

    @CommandHandler
    void handle(AuthorizePayment command) throws Exception {
        payments.openOrFind(command.paymentId(), () -> new Payment(command.paymentId()))
                .execute(payment -> payment.handle(command));
    }

    @CommandHandler
    void handle(VoidPayment command) throws Exception {
        findOrOpen(command.paymentId()).execute(payment -> payment.handle(command));
    }

    /** For an order that cost nothing there is nothing to give back, which is an answer too. */
    @CommandHandler
    void handle(RefundPayment command) throws Exception {
        findOrOpen(command.paymentId()).execute(payment -> payment.handle(command));
    }

    @CommandHandler
    void handle(GiveBack command) throws Exception {
        findOrOpen(command.paymentId()).execute(payment -> payment.handle(command));
    }

    @CommandHandler
    void handle(RecordUndoneByHand command) throws Exception {
        findOrOpen(command.paymentId()).execute(payment -> payment.handle(command));
    }

    private Aggregate<Payment> findOrOpen(PaymentId id) throws Exception {
        return payments.findOrOpen(id, () -> new Payment(id));
    }
}
