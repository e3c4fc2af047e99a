/** Tiers, as customers and operators see them: who is a VIP, from which spend on, and how far it is to there. */
@NullMarked
package io.daybook.ui.tiers;

import org.jspecify.annotations.NullMarked;
