/** Orders on their way: what each waits for, since when, and why it is stuck. */
@NullMarked
package io.daybook.query.fulfilments;

import org.jspecify.annotations.NullMarked;
