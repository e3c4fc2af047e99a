/** The distributed shape, started for tests: the same journeys on Axon Server and MongoDB. */
@NullMarked
package io.daybook.standalone.cluster;

import org.jspecify.annotations.NullMarked;
