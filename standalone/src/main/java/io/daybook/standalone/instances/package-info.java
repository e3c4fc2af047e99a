/**
 * Several instances of each service in one JVM, behind the routing rules that hold between machines. An instance has
 * aggregates, caches, locks, threads and event processors of its own; it shares the log with the others, whose check of
 * sequence numbers is what keeps them from each other, as it is between machines.
 */
@NullMarked
package io.daybook.standalone.instances;

import org.jspecify.annotations.NullMarked;
