/** What the auditor finds where log, views, sagas and the provider's books differ, and what can be done about it. */
@NullMarked
package io.daybook.api.audit;

import org.jspecify.annotations.NullMarked;
