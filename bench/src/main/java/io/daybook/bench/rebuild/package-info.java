/** Has views of a running platform rebuilt, and says how fast that was and what differed. */
@NullMarked
package io.daybook.bench.rebuild;

import org.jspecify.annotations.NullMarked;
