package io.daybook.bench.retail;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A row of a sales file.
 *
 * @param code        product code in capitals
 * @param description without blanks at its ends; empty for none
 * @param price       of one unit, in pounds
 * @param customerId  null for a guest
 */
record SalesRow(
        String invoice,
        String code,
        String description,
        int quantity,
        LocalDateTime at,
        BigDecimal price,
        @Nullable String customerId,
        String country) {}
