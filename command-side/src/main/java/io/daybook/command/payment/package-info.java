/**
 * Payments, and the gateway that carries their intents to the payment provider.
 *
 * <pre>
 *  command              | none     | REQUESTED  | AUTHORIZED  | DECLINED | CAPTURING  | CAPTURED    | CAPTURE_FAILED | VOIDING     | REFUNDING
 *  ---------------------+----------+------------+-------------+----------+------------+-------------+----------------+-------------+----------
 *  AuthorizePayment     | requested| -          | -           | -        | -          | -           | -              | -           | -
 *  CapturePayment       | unknown  | not now    | capt. requ. | not now  | -          | -           | -              | -           | -
 *  VoidPayment          | voided   | void requ. | void requ.  | voided   | refund req.| refund req. | void requ.     | -           | -
 *  RefundPayment        | voided   | void requ. | void requ.  | voided   | refund req.| refund req. | void requ.     | -           | -
 *  RecordAuthorization  | unknown  | authorized | -           | -        | -          | -           | -              | -           | -
 *  RecordDecline        | unknown  | declined   | -           | -        | -          | -           | -              | -           | -
 *  RecordCapture        | unknown  | -          | -           | -        | captured   | -           | -              | refund req. | -
 *  RecordCaptureFailure | unknown  | -          | -           | -        | capt.failed| -           | -              | -           | -
 *  RecordVoid           | unknown  | -          | -           | -        | -          | -           | -              | voided      | voided
 *  RecordRefund         | unknown  | -          | -           | -        | -          | -           | -              | -           | refunded
 * </pre>
 *
 * A dash: the command succeeds and applies nothing. VOIDED and REFUNDED are final: every command succeeds and applies
 * nothing. An {@code AuthorizePayment} for another order, amount or card than was asked first is refused as a conflict in
 * every state but one: a payment that was voided before it was ever asked for knows nothing to compare with.
 *
 * <ul>
 *   <li>Money is taken only from AUTHORIZED, by the one command that asks for it.
 *   <li>{@code VoidPayment} and {@code RefundPayment} mean the same: nothing may stay held or taken. The payment knows
 *       which of the two it takes. While a capture is under way nobody knows yet, and a refund is asked for: the provider
 *       voids what it has not taken.
 *   <li>Every intent is answered by exactly one outcome, or replaced by the intent that undoes it.
 * </ul>
 */
@NullMarked
package io.daybook.command.payment;

import org.jspecify.annotations.NullMarked;
