/** What the log is written in, as a page of the documentation that is made from the code. */
package io.daybook.standalone.events;
