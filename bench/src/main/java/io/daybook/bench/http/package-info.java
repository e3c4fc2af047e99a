/** Calls the platform's REST API, at as little cost as can be, since the caller shares the machine with what it measures. */
@NullMarked
package io.daybook.bench.http;

import org.jspecify.annotations.NullMarked;
