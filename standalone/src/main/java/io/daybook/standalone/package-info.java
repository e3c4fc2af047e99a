/** Starts the whole platform in one JVM and keeps what it must on disk. */
@NullMarked
package io.daybook.standalone;

import org.jspecify.annotations.NullMarked;
