/** Bearer tokens, by which programs are signed in. */
@NullMarked
package io.daybook.ui.tokens;

import org.jspecify.annotations.NullMarked;
