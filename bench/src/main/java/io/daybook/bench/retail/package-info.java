/** Reads a retailer's sales file and places every order in it. */
@NullMarked
package io.daybook.bench.retail;

import org.jspecify.annotations.NullMarked;
