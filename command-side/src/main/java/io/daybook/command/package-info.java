/** Takes commands to aggregates, feature by feature. */
@NullMarked
package io.daybook.command;

import org.jspecify.annotations.NullMarked;
