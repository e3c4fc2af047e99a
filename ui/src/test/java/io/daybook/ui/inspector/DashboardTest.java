package io.daybook.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.history.EventFilter;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class DashboardTest {

    private final Dashboard dashboard = new Dashboard(URI.create("http://axon.example:8024"));

    @Test
    void the_same_question_is_asked_in_the_servers_language() {
        Dashboard.Link link = dashboard.streams(
                List.of("o", "payment-o"), new EventFilter(List.of("OrderPlaced", "PaymentCaptured"), null, null));

        assertThat(link).isNotNull();
        assertThat(link.query())
                .isEqualTo("(aggregateIdentifier = \"o\" or aggregateIdentifier = \"payment-o\") and"
                        + " (payloadType contains \"OrderPlaced\" or payloadType contains \"PaymentCaptured\")");
        assertThat(link.page()).isEqualTo("http://axon.example:8024#query");
        assertThat(link.answer())
                .startsWith("http://axon.example:8024/v1/search?query=%28aggregateIdentifier%20%3D%20%22o%22");
    }

    @Test
    void without_a_dashboard_there_is_no_link() {
        assertThat(new Dashboard(null).event("o", 0)).isNull();
    }
}
