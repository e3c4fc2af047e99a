/** Who may do what over HTTP: filter chains, sessions, headers. */
@NullMarked
package io.daybook.ui.security;

import org.jspecify.annotations.NullMarked;
