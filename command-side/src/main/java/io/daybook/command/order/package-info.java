/**
 * Orders, from being placed until they have left or are no longer wanted.
 *
 * <pre>
 *  command              | none    | PLACED        | CONFIRMED     | REJECTED | CANCELLING | CANCELLED | DISPATCHED
 *  ---------------------+---------+---------------+---------------+----------+------------+-----------+-----------
 *  PlaceOrder, same     | placed  | -             | -             | -        | -          | -         | -
 *  PlaceOrder, other    |         | conflict      | conflict      | conflict | conflict   | conflict  | conflict
 *  ConfirmOrder         | unknown | confirmed     | -             | not now  | -          | -         | -
 *  RejectOrder          | unknown | rejected      | not now       | -        | cancelled  | -         | not now
 *  CancelOrder          | unknown | cancel. requ. | cancel. requ. | not now  | -          | -         | not now
 *  CompleteCancellation | unknown | not now       | not now       | not now  | cancelled  | -         | not now
 *  DispatchOrder        | unknown | not now       | dispatched    | not now  | not now    | not now   | -
 *  TimeOutStep          | unknown | timed out     | -             | -        | timed out  | -         | timed out
 *  MarkStuck            | unknown | stuck         | -             | -        | stuck      | -         | stuck
 *  RetryFulfilment      | unknown | retried       | -             | -        | retried    | -         | retried
 * </pre>
 *
 * A dash: the command succeeds and applies nothing. Rejecting an order that is being cancelled cancels it: both say that
 * all that was done for it is undone. An order can be stuck at one step at a time: marking it stuck again at that step, or
 * retrying one that is not stuck, applies nothing.
 */
@NullMarked
package io.daybook.command.order;

import org.jspecify.annotations.NullMarked;
