/** Orders as customers and staff see them. */
@NullMarked
package io.daybook.query.orders;

import org.jspecify.annotations.NullMarked;
