/** The auditor: derives everything anew from the log, compares, and says what differs and since when; repairs when told to. */
@NullMarked
package io.daybook.query.auditor;

import org.jspecify.annotations.NullMarked;
