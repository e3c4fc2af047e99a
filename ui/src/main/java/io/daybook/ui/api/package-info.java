/** The REST API. */
@NullMarked
package io.daybook.ui.api;

import org.jspecify.annotations.NullMarked;
