/**
 * Stock: how much there is of each product, and what of it is promised to which order. Nothing is ever promised that is
 * not there.
 *
 * <pre>
 *  command       | none            | RESERVED   | REFUSED  | RELEASED | DISPATCHED
 *  --------------+-----------------+------------+----------+----------+-----------
 *  ReserveStock  | reserved/refused| -          | -        | -        | -
 *  ReleaseStock  | released        | released   | released | -        | not now
 *  DispatchStock | unknown         | dispatched | not now  | not now  | -
 * </pre>
 *
 * A dash: the command succeeds and applies nothing. A reservation that was released before it was made stays released, so
 * that a late {@code ReserveStock} takes nothing.
 *
 * <p>A command that moves the stock of several products is one unit of work: it locks the reservation first and then the
 * stocks in the order of their SKUs, asks them all, and then moves them all or none. Its events are appended together.
 * {@code CountStock} locks the stocks in the same order and holds them all until it has asked the last, so that what it
 * answers was true at one moment; it moves nothing.
 */
@NullMarked
package io.daybook.command.inventory;

import org.jspecify.annotations.NullMarked;
