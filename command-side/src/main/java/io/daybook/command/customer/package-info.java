/** Customers and the tier that their orders are treated by. */
@NullMarked
package io.daybook.command.customer;

import org.jspecify.annotations.NullMarked;
