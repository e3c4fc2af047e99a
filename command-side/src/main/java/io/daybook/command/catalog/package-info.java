/** Products: what is sold, how it is described and what it costs. */
@NullMarked
package io.daybook.command.catalog;

import org.jspecify.annotations.NullMarked;
