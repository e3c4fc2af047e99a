/** Customers and their tier. */
@NullMarked
package io.daybook.api.customer;

import org.jspecify.annotations.NullMarked;
