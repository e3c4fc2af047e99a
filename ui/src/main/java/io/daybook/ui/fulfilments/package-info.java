/** Orders on their way: what each waits for, and what staff can do about it. */
@NullMarked
package io.daybook.ui.fulfilments;

import org.jspecify.annotations.NullMarked;
