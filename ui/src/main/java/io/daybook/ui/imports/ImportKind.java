package io.daybook.ui.imports;

import java.util.List;

/** What can be imported, with the columns of its rows. */
public enum ImportKind {
    PRODUCTS(List.of("sku", "name", "description", "category", "price", "picture"), List.of()),
    STOCK(List.of("sku", "quantity", "reason"), List.of("movementId", "warehouse"));

    private final List<String> required;
    private final List<String> optional;

    ImportKind(List<String> required, List<String> optional) {
        this.required = required;
        this.optional = optional;
    }

    List<String> required() {
        return required;
    }

    boolean knows(String column) {
        return required.contains(column) || optional.contains(column);
    }
}
