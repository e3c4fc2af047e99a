/** Carries an event log in a file: what the file looks like, and how a log is written to it and read from it. */
@NullMarked
package io.daybook.history;

import org.jspecify.annotations.NullMarked;
