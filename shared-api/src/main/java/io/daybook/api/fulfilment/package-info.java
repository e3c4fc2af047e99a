/** What is known of orders on their way: steps, deadlines, and what is stuck. */
@NullMarked
package io.daybook.api.fulfilment;

import org.jspecify.annotations.NullMarked;
