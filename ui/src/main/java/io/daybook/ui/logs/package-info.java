/** What all instances have logged, for operators: searched, and followed while it comes. */
@NullMarked
package io.daybook.ui.logs;

import org.jspecify.annotations.NullMarked;
