/**
 * Takes each order from payment to stock to confirmation, and undoes what was done when one of them says no.
 *
 * <pre>
 * | step         | command          | success            | refusal                | undo           |
 * |--------------|------------------|--------------------|------------------------|----------------|
 * | payment      | AuthorizePayment | PaymentAuthorized  | PaymentDeclined        | VoidPayment    |
 * | stock        | ReserveStock     | StockReserved      | StockRefused           | ReleaseStock   |
 * | capture      | CapturePayment   | PaymentCaptured    | PaymentCaptureFailed   | RefundPayment  |
 * | confirmation | ConfirmOrder     | OrderConfirmed     |                        |                |
 * | compensation | the undos begun  | PaymentVoided, PaymentRefunded, StockReleased; then RejectOrder or  |
 * |              |                  | CompleteCancellation and OrderRejected or OrderCancelled            |
 * | dispatch     | DispatchStock    | StockDispatched    |                        |                |
 * </pre>
 *
 * Each step has a deadline. When payment, stock or capture pass theirs, what was begun is undone; the undo of a step is
 * safe when the step never ran or its outcome is unknown. When another step passes its deadline, or a command is refused,
 * the fulfilment is <em>stuck</em>: it is listed with its cause until a person has it retried, has it undone, or says that
 * the step was done by hand.
 *
 * <pre>
 * | step skipped             | what then                                                                          |
 * |--------------------------|------------------------------------------------------------------------------------|
 * | compensation             | RecordUndoneByHand for the money, ReleaseStock again for the goods; their events   |
 * |                          | say when all is undone                                                             |
 * | dispatch                 | the fulfilment ends                                                                |
 * | all others               | MarkStuck: nobody may skip taking the money, keeping the goods, or saying so       |
 * </pre>
 *
 * <p>{@link io.daybook.saga.fulfilment.Fulfilment} decides, in plain Java; {@link
 * io.daybook.saga.fulfilment.FulfilmentSaga} tells it what happened and sends what it decided.
 */
@NullMarked
package io.daybook.saga.fulfilment;

import org.jspecify.annotations.NullMarked;
