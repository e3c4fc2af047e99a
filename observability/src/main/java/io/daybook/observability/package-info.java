/** What an operator sees of the platform: how messages hang together, traces, meters, and whose order a log line is about. */
@NullMarked
package io.daybook.observability;

import org.jspecify.annotations.NullMarked;
