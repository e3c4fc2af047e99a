/**
 * How operators see and steer instances. Each process reports on its instances every second, and follows what operators
 * decide; reports lie in MongoDB, decisions in the log.
 */
@NullMarked
package io.daybook.operations;

import org.jspecify.annotations.NullMarked;
