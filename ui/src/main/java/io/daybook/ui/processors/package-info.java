/** The event processors: how far each has come, on which instance, and what operators have them do. */
@NullMarked
package io.daybook.ui.processors;

import org.jspecify.annotations.NullMarked;
