/** What all answers to programs share: how JSON is read and written, and how problems are told. */
@NullMarked
package io.daybook.ui.http;

import org.jspecify.annotations.NullMarked;
