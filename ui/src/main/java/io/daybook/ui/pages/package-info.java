/** What all pages share: the frame around them, whole page or fragment, asking the views, and live streams. */
@NullMarked
package io.daybook.ui.pages;

import org.jspecify.annotations.NullMarked;
