package io.daybook.standalone.book;

import java.util.Iterator;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Events read from disk, up to the position {@code last}. Upcasters may have made more or fewer of them. */
record EventPage(long last, Iterator<TrackedEventMessage<?>> events) {}
