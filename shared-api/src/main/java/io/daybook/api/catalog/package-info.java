/** What is offered for sale: products, their prices and categories. */
@NullMarked
package io.daybook.api.catalog;

import org.jspecify.annotations.NullMarked;
