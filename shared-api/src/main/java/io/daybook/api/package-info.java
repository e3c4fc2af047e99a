/** What every part of Daybook speaks: identifiers, money and the rules that all messages share. */
@NullMarked
package io.daybook.api;

import org.jspecify.annotations.NullMarked;
