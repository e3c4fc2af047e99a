/** The log in an Axon Server, read and written as it stands there, without Axon's messages around it. */
@NullMarked
package io.daybook.history.axonserver;

import org.jspecify.annotations.NullMarked;
