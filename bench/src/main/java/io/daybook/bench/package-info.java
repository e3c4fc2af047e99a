/** Measures and checks a running platform from the outside: load, retail replay, crashes. */
@NullMarked
package io.daybook.bench;

import org.jspecify.annotations.NullMarked;
