/** Answers queries from read models in MongoDB. */
@NullMarked
package io.daybook.query;

import org.jspecify.annotations.NullMarked;
