package io.daybook.ui.tiers;

import io.daybook.ui.controls.DecidedControls;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** From which spend on customers are VIPs now. */
public final class VipThreshold {

    private final DecidedControls controls;
    private final TierSettings settings;

    VipThreshold(DecidedControls controls, TierSettings settings) {
        this.controls = controls;
        this.settings = settings;
    }

    public Money now() {
        Money decided = controls.now().tiers().vipFrom();
        return decided == null ? Money.of(CurrencyUnit.GBP, settings.vipFrom()) : decided;
    }
}
