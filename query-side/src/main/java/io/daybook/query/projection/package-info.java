/** What all views share: how events become documents, in batches, and how far each view has come. */
@NullMarked
package io.daybook.query.projection;

import org.jspecify.annotations.NullMarked;
