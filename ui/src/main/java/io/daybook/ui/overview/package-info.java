/** How the business is doing now: queues, figures, and charts that move while somebody looks. */
@NullMarked
package io.daybook.ui.overview;

import org.jspecify.annotations.NullMarked;
