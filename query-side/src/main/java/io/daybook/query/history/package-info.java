/** What the log itself says: its events, what caused what, and how things stood at any time. Nothing here has a view. */
@NullMarked
package io.daybook.query.history;

import org.jspecify.annotations.NullMarked;
