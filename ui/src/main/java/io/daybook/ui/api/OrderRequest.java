package io.daybook.ui.api;

import io.daybook.api.InvalidValue;
import io.daybook.api.customer.CustomerId;
import io.daybook.api.order.Address;
import io.daybook.api.order.OrderCommand;
import io.daybook.ui.http.BadFields;
import io.daybook.ui.placement.AgreedLine;
import io.daybook.ui.placement.BadField;
import io.daybook.ui.placement.RequestedLine;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** An order as a customer's program sends it. Everything may be missing: {@link #check()} says what is. */
record OrderRequest(
        @Nullable List<@Nullable Line> lines,
        @Nullable Payment payment,
        @Nullable ShippingAddress shippingAddress) {

    record Line(
            @Schema(example = "85123A") @Nullable String sku,

            @Schema(example = "6", minimum = "1", maximum = "1000000") @Nullable Integer quantity) {}

    record Payment(
            @Schema(example = "4242424242424242", description = "Number of a test card") @Nullable String card) {}

    record ShippingAddress(
            @Nullable String name,
            @Nullable String street,
            @Nullable String city,
            @Nullable String postcode,
            @Nullable String country) {}

    /** The same from staff, with the customer and the prices that were agreed. */
    record Agreed(
            @Schema(description = "Left out for a guest") @Nullable String customerId,

            @Nullable List<@Nullable AgreedLineRequest> lines,
            @Nullable Payment payment,
            @Nullable ShippingAddress shippingAddress) {

        Checked<AgreedLine> check() {
            List<BadField> errors = new ArrayList<>();
            List<AgreedLine> checked = new ArrayList<>();
            List<@Nullable AgreedLineRequest> given = few(lines, errors);
            for (int i = 0; i < given.size(); i++) {
                String field = "lines[" + i + "]";
                AgreedLineRequest line = given.get(i);
                if (line == null) {
                    errors.add(new BadField(field, "must be given"));
                    continue;
                }
                String sku = given(field + ".sku", line.sku(), "", errors);
                Integer quantity = given(field + ".quantity", line.quantity(), 0, errors);
                Money price = line.unitPrice();
                if (price == null) {
                    errors.add(new BadField(field + ".unitPrice", "must be given"));
                } else {
                    checked.add(new AgreedLine(sku, quantity, price));
                }
            }
            CustomerId customer = null;
            if (customerId != null) {
                try {
                    customer = new CustomerId(customerId);
                } catch (InvalidValue invalid) {
                    errors.add(BadField.of(invalid));
                }
            }
            return checked(customer, checked, payment, shippingAddress, errors);
        }
    }

    record AgreedLineRequest(
            @Nullable String sku,
            @Nullable Integer quantity,

            @Schema(description = "For one unit; also as a number or text in pounds") @Nullable Money unitPrice) {}

    /** What can be handed on. */
    record Checked<L>(@Nullable CustomerId customer, List<L> lines, String card, Address shippingAddress) {}

    Checked<RequestedLine> check() {
        List<BadField> errors = new ArrayList<>();
        List<RequestedLine> checked = new ArrayList<>();
        List<@Nullable Line> given = few(lines, errors);
        for (int i = 0; i < given.size(); i++) {
            String field = "lines[" + i + "]";
            Line line = given.get(i);
            if (line == null) {
                errors.add(new BadField(field, "must be given"));
            } else {
                checked.add(new RequestedLine(
                        given(field + ".sku", line.sku(), "", errors),
                        given(field + ".quantity", line.quantity(), 0, errors)));
            }
        }
        return checked(null, checked, payment, shippingAddress, errors);
    }

    private static <L> Checked<L> checked(
            @Nullable CustomerId customer,
            List<L> lines,
            @Nullable Payment payment,
            @Nullable ShippingAddress to,
            List<BadField> errors) {
        String card = given("payment.card", payment == null ? null : payment.card(), "", errors);
        Address address = address(to, errors);
        if (address == null || !errors.isEmpty()) {
            throw new BadFields(errors);
        }
        return new Checked<>(customer, lines, card, address);
    }

    private static @Nullable Address address(@Nullable ShippingAddress to, List<BadField> errors) {
        if (to == null) {
            errors.add(new BadField("shippingAddress", "must be given"));
            return null;
        }
        int before = errors.size();
        String name = given("shippingAddress.name", to.name(), "", errors);
        String street = given("shippingAddress.street", to.street(), "", errors);
        String city = given("shippingAddress.city", to.city(), "", errors);
        String postcode = given("shippingAddress.postcode", to.postcode(), "", errors);
        String country = given("shippingAddress.country", to.country(), "", errors);
        if (errors.size() > before) {
            return null;
        }
        try {
            return new Address(name, street, city, postcode, country);
        } catch (InvalidValue invalid) {
            errors.add(BadField.of(invalid));
            return null;
        }
    }

    /** Too many are not looked at one by one: each could be wrong in several ways. */
    private static <L extends @Nullable Object> List<L> few(@Nullable List<L> lines, List<BadField> errors) {
        List<L> given = given("lines", lines, List.of(), errors);
        if (given.size() > OrderCommand.MAX_LINES) {
            throw new BadFields(
                    "lines", "must have 1 to %d elements, has %d".formatted(OrderCommand.MAX_LINES, given.size()));
        }
        return given;
    }

    private static <T> T given(String field, @Nullable T value, T otherwise, List<BadField> errors) {
        if (value == null) {
            errors.add(new BadField(field, "must be given"));
            return otherwise;
        }
        return value;
    }
}
