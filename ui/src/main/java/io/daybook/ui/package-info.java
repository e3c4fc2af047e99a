/** What people and programs see: the shop, the staff pages and the REST API. */
@NullMarked
package io.daybook.ui;

import org.jspecify.annotations.NullMarked;
