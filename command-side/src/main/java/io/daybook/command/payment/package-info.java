/**
 * Payments, and the gateway that carries their intents to the payment provider.
 *
 * <pre>
 * | state                                 | command                    | outcome              |
 * |---------------------------------------|----------------------------|----------------------|
 * | NONE                                  | AuthorizePayment           | PaymentRequested     |
 * | REQUESTED                             | RecordAuthorization        | PaymentAuthorized    |
 * | REQUESTED                             | RecordDecline              | PaymentDeclined      |
 * | AUTHORIZED                            | CapturePayment             | CaptureRequested     |
 * | CAPTURING                             | RecordCapture              | PaymentCaptured      |
 * | CAPTURING                             | RecordCaptureFailure       | PaymentCaptureFailed |
 * | NONE, DECLINED                        | VoidPayment, RefundPayment | PaymentVoided        |
 * | REQUESTED, AUTHORIZED, CAPTURE_FAILED | VoidPayment, RefundPayment | VoidRequested        |
 * | CAPTURING, CAPTURED                   | VoidPayment, RefundPayment | RefundRequested      |
 * | VOIDING                               | RecordVoid                 | PaymentVoided        |
 * | VOIDING                               | RecordCapture              | RefundRequested      |
 * | REFUNDING                             | RecordRefund               | PaymentRefunded      |
 * | REFUNDING                             | RecordVoid                 | PaymentVoided        |
 * | REQUESTED, DECLINED                   | CapturePayment             | not now              |
 * | NONE, REQUESTED, DECLINED, AUTHORIZED | RecordUndoneByHand         | PaymentVoided        |
 * | CAPTURE_FAILED, VOIDING               | RecordUndoneByHand         | PaymentVoided        |
 * | CAPTURING, CAPTURED, REFUNDING        | RecordUndoneByHand         | PaymentRefunded      |
 * | AUTHORIZED, CAPTURED, CAPTURE_FAILED  | CaptureAgain               | CaptureRequested     |
 * | REQUESTED, DECLINED, VOIDED, REFUNDED | CaptureAgain               | not now              |
 * | NONE, AUTHORIZED, DECLINED, CAPTURED  | GiveBack                   | RefundRequested      |
 * | CAPTURE_FAILED, VOIDED, REFUNDED      | GiveBack                   | RefundRequested      |
 * </pre>
 *
 * Every other command in every other state succeeds and applies nothing; only an {@code AuthorizePayment} for another
 * order, amount or card than the first is refused as a conflict. To a payment of which nothing is on record, the commands that
 * have no row with NONE are refused as not found.
 *
 * <ul>
 *   <li>Money is taken only from AUTHORIZED, by the one command that asks for it; {@code CaptureAgain} asks the provider for
 *       it once more where the log and the provider do not say the same.
 *   <li>What is given back of a payment that only the provider knows ends in {@code PaymentVoided}: nobody had asked for it,
 *       so it has no amount here.
 *   <li>{@code VoidPayment} and {@code RefundPayment} mean the same: nothing may stay held or taken. The payment knows
 *       which of the two it takes. While a capture is under way nobody knows yet, and a refund is asked for: the provider
 *       voids what it has not taken.
 *   <li>Every intent is answered by exactly one outcome, or replaced by the intent that undoes it.
 *   <li>A payment that was voided before anybody asked for it stays voided, so that a late {@code AuthorizePayment} holds
 *       no money.
 * </ul>
 */
@NullMarked
package io.daybook.command.payment;

import org.jspecify.annotations.NullMarked;
