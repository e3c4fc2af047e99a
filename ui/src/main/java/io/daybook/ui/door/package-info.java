/** Where orders come in: each tier has a door of its own, and who must be sent away is told so there. */
@NullMarked
package io.daybook.ui.door;

import org.jspecify.annotations.NullMarked;
