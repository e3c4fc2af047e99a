/** Waiting for the log and the views: where the log ends, and how an order comes along. */
@NullMarked
package io.daybook.ui.live;

import org.jspecify.annotations.NullMarked;
