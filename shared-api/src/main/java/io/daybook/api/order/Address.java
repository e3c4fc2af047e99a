package io.daybook.api.order;

import io.daybook.api.Require;

/** Where an order goes. */
public record Address(String name, String street, String city, String postcode, String country) {

    public Address {
        name = Require.text("shippingAddress.name", name, 200);
        street = Require.text("shippingAddress.street", street, 200);
        city = Require.text("shippingAddress.city", city, 100);
        postcode = Require.text("shippingAddress.postcode", postcode, 20);
        country = Require.text("shippingAddress.country", country, 60);
    }
}
