/** What the auditor has found, on a page and for programs, and having it repaired. */
@NullMarked
package io.daybook.ui.auditor;

import org.jspecify.annotations.NullMarked;
