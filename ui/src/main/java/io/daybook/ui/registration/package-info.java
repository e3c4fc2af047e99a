/** The pages for signing in and for opening an account. */
@NullMarked
package io.daybook.ui.registration;

import org.jspecify.annotations.NullMarked;
