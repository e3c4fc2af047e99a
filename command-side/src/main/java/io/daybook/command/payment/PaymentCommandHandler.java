package io.daybook.command.payment;

import io.daybook.api.payment.PaymentCommand.AuthorizePayment;
import io.daybook.api.payment.PaymentCommand.VoidPayment;
import io.daybook.command.aggregate.Aggregates;
import org.axonframework.commandhandling.CommandHandler;

/** Opens payments for the commands that may come first; what they mean is the payment's business. */
final class PaymentCommandHandler {

    private final Aggregates<Payment> payments;

    PaymentCommandHandler(Aggregates<Payment> payments) {
        this.payments = payments;
    }

    @CommandHandler
    void handle(AuthorizePayment command) throws Exception {
        payments.openOrFind(command.paymentId(), () -> new Payment(command.paymentId(), command.orderId()))
                .execute(payment -> payment.handle(command));
    }

    @CommandHandler
    void handle(VoidPayment command) throws Exception {
        payments.findOrOpen(command.paymentId(), () -> new Payment(command.paymentId(), command.orderId()))
                .execute(payment -> payment.handle(command));
    }
}
