/** Who has decided what about the running platform, when and why: read from the log itself. */
@NullMarked
package io.daybook.ui.audit;

import org.jspecify.annotations.NullMarked;
