/** Experiments on the running platform: each says what it expects, does it, and judges by what the log then says. */
@NullMarked
package io.daybook.ui.experiments;

import org.jspecify.annotations.NullMarked;
