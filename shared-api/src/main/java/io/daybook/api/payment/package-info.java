/** Payments: money held, taken, let go or given back. */
@NullMarked
package io.daybook.api.payment;

import org.jspecify.annotations.NullMarked;
