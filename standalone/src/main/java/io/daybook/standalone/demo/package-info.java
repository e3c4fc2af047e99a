/** Something to look at on the first day: a catalogue with stock, brought in by commands like any other. */
@NullMarked
package io.daybook.standalone.demo;

import org.jspecify.annotations.NullMarked;
