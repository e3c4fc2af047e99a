/** Questions about the log itself: what happened, because of what, and how things stood at any time. */
@NullMarked
package io.daybook.api.history;

import org.jspecify.annotations.NullMarked;
