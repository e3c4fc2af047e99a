package io.daybook.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MaskingTest {

    private static final String ORDER = """
            {"orderId": "order-1", "lines": [{"sku": "A", "name": "Mug"}],
             "payment": {"token": "tok_approve", "lastFour": "4242"},
             "shippingAddress": {"name": "Ada", "street": "12 Quay", "city": "Whitby", "country": "UK"},
             "placedBy": "sue@daybook.example", "reason": "asked ada@example.org twice", "by": "olga@daybook.example"}
            """;

    private static JsonNode apply(Masking masking, String json) {
        return masking.apply(JsonMapper.shared().readTree(json));
    }

    @Test
    void addresses_and_e_mail_go_and_products_keep_their_names() {
        Masking masking = Masking.of(false);

        String masked = apply(masking, ORDER).toString();

        assertThat(masked)
                .contains("Mug", "order-1", "4242", "asked ••• twice")
                .doesNotContain("Ada", "12 Quay", "Whitby", "UK", "sue@", "ada@", "olga@", "tok_approve");
        assertThat(masking.hidAnything()).isTrue();
    }

    @Test
    void who_may_see_everything_sees_no_token() {
        Masking masking = Masking.of(true);

        assertThat(apply(masking, ORDER).toString())
                .contains("Ada", "12 Quay", "sue@daybook.example")
                .doesNotContain("tok_approve");
        assertThat(masking.hidAnything()).isFalse();
    }

    @Test
    void a_customer_has_no_name() {
        assertThat(apply(Masking.ofPerson(false), "{\"customerId\": \"c-1\", \"name\": \"Ada\"}")
                        .toString())
                .contains("c-1")
                .doesNotContain("Ada");
    }

    @Test
    void who_decided_something_is_named_as_on_the_audit_page() {
        assertThat(apply(Masking.ofDecision(false), "{\"by\": \"olga@x.org\", \"reason\": \"ask ada@x.org\"}")
                        .toString())
                .contains("olga@x.org")
                .doesNotContain("ada@x.org");
    }

    @Test
    void of_what_nobody_knows_nothing_is_shown_but_its_form() {
        assertThat(apply(Masking.ofUnknown(), "{\"a\": [\"Ada\", {\"b\": 7}], \"c\": null}")
                        .toString())
                .isEqualTo("{\"a\":[\"•••\",{\"b\":\"•••\"}],\"c\":null}");
    }
}
