/**
 * Orders, from being placed until they have left or are no longer wanted.
 *
 * <pre>
 * | state                          | command                                   | outcome               |
 * |--------------------------------|-------------------------------------------|-----------------------|
 * | NONE                           | PlaceOrder                                | OrderPlaced           |
 * | PLACED                         | ConfirmOrder                              | OrderConfirmed        |
 * | PLACED                         | RejectOrder                               | OrderRejected         |
 * | PLACED, CONFIRMED              | CancelOrder                               | CancellationRequested |
 * | CANCELLING                     | RejectOrder, CompleteCancellation         | OrderCancelled        |
 * | CONFIRMED                      | DispatchOrder                             | OrderDispatched       |
 * | PLACED, CANCELLING, DISPATCHED | TimeOutStep                               | StepTimedOut          |
 * | PLACED, CANCELLING, DISPATCHED | MarkStuck                                 | FulfilmentStuck       |
 * | PLACED                         | CompleteCancellation, DispatchOrder       | not now               |
 * | CONFIRMED                      | RejectOrder, CompleteCancellation         | not now               |
 * | REJECTED                       | ConfirmOrder, CancelOrder                 | not now               |
 * | REJECTED                       | CompleteCancellation, DispatchOrder       | not now               |
 * | CANCELLING, CANCELLED          | DispatchOrder                             | not now               |
 * | DISPATCHED                     | RejectOrder, CancelOrder                  | not now               |
 * | DISPATCHED                     | CompleteCancellation                      | not now               |
 * | PLACED, CONFIRMED, REJECTED    | SkipStep                                  | not now               |
 * | CANCELLING, CANCELLED          | SkipStep                                  | not now               |
 * | DISPATCHED                     | SkipStep                                  | not now               |
 * </pre>
 *
 * Every other command in every other state succeeds and applies nothing; only a {@code PlaceOrder} with other content than
 * the first is refused as a conflict. Rejecting an order that is being cancelled cancels it: both say that all that was
 * done for it is undone. An order that is worked on can be stuck at one step at a time: marking it stuck again at that
 * step, or retrying one that is not stuck, applies nothing. So does timing out a step that has timed out, until it begins to
 * wait again. One that is stuck is retried by {@code RetryFulfilment}, which is on record as {@code FulfilmentRetried}. Only a
 * step at which the order is stuck can be skipped, and only one that gives back or sends off, compensation and dispatch: that is
 * on record as {@code StepSkipped}, and sent again it applies nothing, until the order is stuck anew.
 */
@NullMarked
package io.daybook.command.order;

import org.jspecify.annotations.NullMarked;
