/** The support desk: everybody's orders and customers, found, told and changed by staff. */
@NullMarked
package io.daybook.ui.desk;

import org.jspecify.annotations.NullMarked;
