package io.daybook.ui.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.UriComponentsBuilder;

class PagingTest {

    @Test
    void the_first_and_the_last_page_have_one_neighbour() {
        assertThat(Paging.of(0, 3, list())).isEqualTo(new Paging(1, 3, null, "/orders?page=2"));
        assertThat(Paging.of(2, 3, list())).isEqualTo(new Paging(3, 3, "/orders?page=2", null));
    }

    @Test
    void the_way_back_to_the_first_page_has_no_number() {
        assertThat(Paging.of(1, 3, list()).previous()).isEqualTo("/orders");
    }

    @Test
    void beyond_the_end_the_way_back_leads_to_the_last_page() {
        assertThat(Paging.of(70, 3, list()).previous()).isEqualTo("/orders?page=3");
        assertThat(Paging.of(70, 0, list()).previous()).isEqualTo("/orders");
    }

    @Test
    void what_a_reader_looked_for_comes_through_whatever_stands_in_it() {
        UriComponentsBuilder found = UriComponentsBuilder.fromPath("/staff/orders")
                .queryParam("q", "{q}")
                .uriVariables(Map.of("q", "ada+1@x & {b}"));
        assertThat(Paging.of(0, 3, found).next()).isEqualTo("/staff/orders?q=ada%2B1%40x%20%26%20%7Bb%7D&page=2");
    }

    @Test
    void what_is_no_number_is_the_first_page() {
        assertThat(Paging.index(null)).isZero();
        assertThat(Paging.index("-3")).isZero();
        assertThat(Paging.index("0")).isZero();
        assertThat(Paging.index("99999999999")).isZero();
        assertThat(Paging.index("4")).isEqualTo(3);
    }

    private static UriComponentsBuilder list() {
        return UriComponentsBuilder.fromPath("/orders");
    }
}
