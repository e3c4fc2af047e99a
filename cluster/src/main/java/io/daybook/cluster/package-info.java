/** What an application of its own needs beside the others: Axon Server for messages and the log, stores in MongoDB. */
@NullMarked
package io.daybook.cluster;

import org.jspecify.annotations.NullMarked;
