package io.daybook.ui.platform;

import io.daybook.api.catalog.CatalogCommand.ListProduct;
import io.daybook.api.catalog.Sku;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Accounts;
import io.daybook.ui.tokens.Tokens;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.joda.money.Money;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tests over real HTTP on one platform that all of them share. */
@SpringBootTest(
        classes = SmallPlatform.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "axon.axonserver.enabled=false",
            "axon.serializer.general=jackson3",
            "axon.timeout.enabled=false",
            "axon.update-check.disabled=true",
            "daybook.operator.password=" + PlatformTest.OPERATOR_PASSWORD,
            "daybook.accounts.initial[0].email=support@daybook.example",
            "daybook.accounts.initial[0].name=Sue Support",
            "daybook.accounts.initial[0].password=" + PlatformTest.OPERATOR_PASSWORD,
            "daybook.accounts.initial[0].roles=SUPPORT,CUSTOMER",
            "daybook.accounts.initial[1].email=warehouse@daybook.example",
            "daybook.accounts.initial[1].name=Walt Warehouse",
            "daybook.accounts.initial[1].password=" + PlatformTest.OPERATOR_PASSWORD,
            "daybook.accounts.initial[1].roles=WAREHOUSE",
            "daybook.accounts.connect-within=10s",
            "daybook.live.first-look=5s",
            "daybook.placement.remember=200ms",
            "daybook.placement.customer-patience=300ms",
            "daybook.accounts.failures-per-account=4",
            "daybook.accounts.failures-per-address=40"
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PlatformTest {

    public static final String OPERATOR_PASSWORD = "correct horse battery";
    protected static final String PASSWORD = "a password of mine";
    protected static final String CARD = "4242 4242 4242 4242";

    private static final String URI = Servers.newAccountsUri();

    @LocalServerPort
    protected int port;

    @Autowired
    protected Accounts accounts;

    @Autowired
    protected Tokens tokens;

    @Autowired
    protected CommandGateway commands;

    @Autowired
    protected SmallShop shop;

    @Autowired
    protected SmallOrders orders;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("daybook.accounts.uri", () -> URI);
    }

    protected Http anybody() {
        return new Http(port);
    }

    protected Account newCustomer() {
        return accounts.register("c" + UUID.randomUUID() + "@shop.example", PASSWORD, "Carla Customer");
    }

    /** With a token of the account; signing in by password is for the tests of that. */
    protected Http signedIn(Account account) {
        return anybody().with("Authorization", "Bearer " + tokens.issue(account).token());
    }

    protected Http operator() {
        return staff("operator@daybook.example");
    }

    protected Http staff(String email) {
        return signedIn(accounts.find(email).orElseThrow());
    }

    protected String newProduct(String price) {
        String sku = "P" + UUID.randomUUID().toString().substring(0, 12).toUpperCase(java.util.Locale.ROOT);
        commands.sendAndWait(
                new ListProduct(new Sku(sku), "Lantern " + sku, "Glows", "Lights", Money.parse("GBP " + price), ""));
        return sku;
    }

    protected static String order(String lines, String card) {
        return """
                {"lines": [%s], "payment": {"card": "%s"},
                 "shippingAddress": {"name": "Carla", "street": "1 High St", "city": "Leeds", "postcode": "LS1", "country": "UK"}}
                """.formatted(lines, card);
    }

    protected static String line(String sku, Object quantity) {
        return "{\"sku\": \"%s\", \"quantity\": %s}".formatted(sku, quantity);
    }

    protected static String key() {
        return UUID.randomUUID().toString();
    }
}
