/** Customers and their tier. */
@NullMarked
package io.daybook.query.customers;

import org.jspecify.annotations.NullMarked;
