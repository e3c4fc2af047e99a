/**
 * What operators decide about the running platform: which instances take part, and with how much. Their decisions are
 * events, so the log tells who did what and why, and every instance can follow them.
 */
@NullMarked
package io.daybook.api.operations;

import org.jspecify.annotations.NullMarked;
