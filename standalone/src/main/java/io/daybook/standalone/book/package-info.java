/** The book: events, snapshots, sagas and tokens in one durable store with one writer. */
@NullMarked
package io.daybook.standalone.book;

import org.jspecify.annotations.NullMarked;
