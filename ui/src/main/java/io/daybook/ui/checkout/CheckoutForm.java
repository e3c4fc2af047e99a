package io.daybook.ui.checkout;

import io.daybook.api.order.Address;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a customer fills in to order.
 *
 * @param key the cart's idempotency key when the form was shown
 */
public record CheckoutForm(
        @NotBlank(message = "Name: please say who receives the parcel") @Size(max = 200, message = "Name: at most 200 characters, please") String name,

        @NotBlank(message = "Street: please give street and house number") @Size(max = 200, message = "Street: at most 200 characters, please") String street,

        @NotBlank(message = "Town: please say where the parcel goes") @Size(max = 100, message = "Town: at most 100 characters, please") String city,

        @NotBlank(message = "Postcode: please fill it in") @Size(max = 20, message = "Postcode: at most 20 characters, please") String postcode,

        @NotBlank(message = "Country: please fill it in") @Size(max = 60, message = "Country: at most 60 characters, please") String country,

        @NotBlank(message = "Card: please choose one") String card,
        String key) {

    public CheckoutForm {
        name = text(name);
        street = text(street);
        city = text(city);
        postcode = text(postcode);
        country = text(country);
        card = text(card);
        key = text(key);
    }

    static CheckoutForm firstTime(String name, String key) {
        return new CheckoutForm(name, "", "", "", "United Kingdom", "", key);
    }

    static CheckoutForm asLastTime(Address address, String key) {
        return new CheckoutForm(
                address.name(), address.street(), address.city(), address.postcode(), address.country(), "", key);
    }

    Address address() {
        return new Address(name, street, city, postcode, country);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
