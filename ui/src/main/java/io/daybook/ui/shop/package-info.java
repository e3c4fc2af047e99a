/** The catalogue as customers see it: categories, search, products, and their stock as it changes. */
@NullMarked
package io.daybook.ui.shop;

import org.jspecify.annotations.NullMarked;
