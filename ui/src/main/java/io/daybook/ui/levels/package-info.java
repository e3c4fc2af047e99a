/** What orders of each tier are promised, how far that is kept, and how capacity is shared between them. */
@NullMarked
package io.daybook.ui.levels;

import org.jspecify.annotations.NullMarked;
