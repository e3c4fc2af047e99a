/** What happened to orders, minute by minute. */
@NullMarked
package io.daybook.query.figures;

import org.jspecify.annotations.NullMarked;
