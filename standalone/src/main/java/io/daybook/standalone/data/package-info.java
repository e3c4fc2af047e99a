/** What is said when the platform cannot start on its data. */
@NullMarked
package io.daybook.standalone.data;

import org.jspecify.annotations.NullMarked;
