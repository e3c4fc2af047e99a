package io.daybook.ui.assortment;

import io.daybook.api.InvalidValue;
import io.daybook.api.catalog.CatalogCommand.ListProduct;
import io.daybook.api.catalog.CatalogCommand.RepriceProduct;
import io.daybook.api.catalog.CatalogCommand.ReviseProduct;
import io.daybook.api.catalog.ProductView;
import io.daybook.api.catalog.Sku;
import io.daybook.ui.http.MoneyText;
import java.util.Locale;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What somebody fills in about a product, as typed.
 *
 * @param picture  name of an icon, or of a picture that was sent
 * @param problems what is wrong, by field
 */
public record ProductForm(
        String sku,
        String name,
        String description,
        String category,
        String price,
        String picture,
        Map<String, String> problems) {

    static ProductForm empty() {
        return new ProductForm("", "", "", "", "", "", Map.of());
    }

    static ProductForm of(
            @Nullable String sku,
            @Nullable String name,
            @Nullable String description,
            @Nullable String category,
            @Nullable String price,
            @Nullable String picture) {
        return new ProductForm(
                text(sku), text(name), text(description), text(category), text(price), text(picture), Map.of());
    }

    static ProductForm of(ProductView product) {
        Money price = product.price();
        String amount = price.getAmount().toPlainString();
        String currency = price.getCurrencyUnit().getCode();
        return new ProductForm(
                product.sku().value(),
                product.name(),
                product.description(),
                product.category(),
                currency.equals("GBP") ? amount : amount + " " + currency,
                product.picture() == null ? "" : product.picture(),
                Map.of());
    }

    ProductForm but(String field, String problem) {
        return new ProductForm(sku, name, description, category, price, picture, Map.of(field, problem));
    }

    ProductForm with(String newPicture) {
        return new ProductForm(sku, name, description, category, price, newPicture, problems);
    }

    ProductForm pricedAt(String newPrice) {
        return new ProductForm(sku, name, description, category, newPrice, picture, problems);
    }

    ListProduct list() {
        return new ListProduct(new Sku(sku), name, description, category, money(), picture);
    }

    ReviseProduct revise() {
        return new ReviseProduct(new Sku(sku), name, description, category, picture);
    }

    RepriceProduct reprice() {
        return new RepriceProduct(new Sku(sku), money());
    }

    private Money money() {
        String[] parts = price.replaceFirst("^£\\s*", "").split(" ", 2);
        return (parts.length == 2
                        ? MoneyText.read(parts[0], parts[1].strip().toUpperCase(Locale.ROOT))
                        : MoneyText.read(parts[0]))
                .orElseThrow(() -> new InvalidValue("price", "must be an amount such as 2.55"));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
