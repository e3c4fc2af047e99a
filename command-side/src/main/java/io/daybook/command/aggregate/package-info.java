/** What all features share: how aggregates are kept, found and opened. */
@NullMarked
package io.daybook.command.aggregate;

import org.jspecify.annotations.NullMarked;
