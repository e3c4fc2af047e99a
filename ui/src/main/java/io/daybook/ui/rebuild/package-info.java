/** The page and the interface by which operators have views rebuilt, look at what was found, and swap copies. */
@NullMarked
package io.daybook.ui.rebuild;

import org.jspecify.annotations.NullMarked;
