/** The log, as staff read it: its events, what caused what, and how things stood at any time; on pages and for programs. */
@NullMarked
package io.daybook.ui.inspector;

import org.jspecify.annotations.NullMarked;
