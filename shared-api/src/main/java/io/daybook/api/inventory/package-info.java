/** What is there to be sold: stock by warehouse and product, and reservations of it by order. */
@NullMarked
package io.daybook.api.inventory;

import org.jspecify.annotations.NullMarked;
