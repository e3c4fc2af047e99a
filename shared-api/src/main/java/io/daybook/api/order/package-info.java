/** Orders from placing to dispatch, rejection or cancellation. */
@NullMarked
package io.daybook.api.order;

import org.jspecify.annotations.NullMarked;
