package io.daybook.ui.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.daybook.ui.world.ShopTest;
import java.io.ByteArrayInputStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@ShopTest
class PicturesTest {

    private final MockMvc browser;

    @Autowired
    PicturesTest(MockMvc browser) {
        this.browser = browser;
    }

    @Test
    void a_picture_is_an_svg_that_may_be_kept_and_can_do_nothing() throws Exception {
        browser.perform(get("/pictures/teddy-bear.svg"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("image/svg+xml"))
                .andExpect(content().string(containsString("<svg xmlns=\"http://www.w3.org/2000/svg\"")))
                .andExpect(header().string("Cache-Control", containsString("max-age=2592000")))
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().exists("ETag"));
    }

    @Test
    void it_comes_compressed_to_those_who_take_it_so() throws Exception {
        MockHttpServletResponse response = browser.perform(
                        get("/pictures/teddy-bear.svg").header("Accept-Encoding", "gzip, br"))
                .andExpect(header().string("Content-Encoding", "gzip"))
                .andReturn()
                .getResponse();
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(response.getContentAsByteArray())).readAllBytes();
        assertThat(new String(plain, java.nio.charset.StandardCharsets.UTF_8))
                .startsWith("<svg")
                .endsWith("</svg>");
    }

    @Test
    void a_browser_that_has_it_is_told_so() throws Exception {
        String etag = browser.perform(get("/pictures/teddy-bear.svg"))
                .andReturn()
                .getResponse()
                .getHeader("ETag");
        browser.perform(get("/pictures/teddy-bear.svg").header("If-None-Match", etag))
                .andExpect(status().isNotModified());
    }

    @Test
    void an_unknown_picture_is_not_found() throws Exception {
        browser.perform(get("/pictures/no-such-thing.svg")).andExpect(status().isNotFound());
        browser.perform(get("/pictures/Teddy_Bear.svg")).andExpect(status().isNotFound());
    }

    @Test
    void every_icon_is_a_picture() {
        IconSet icons = new IconSet();
        assertThat(icons.names()).hasSizeGreaterThan(3000).contains("package");
        assertThat(icons.picture("1st-place-medal").orElseThrow().plain()).isNotEmpty();
    }

    @Test
    void whose_pictures_they_are_is_said() throws Exception {
        browser.perform(get("/licences"))
                .andExpect(content().string(containsString("Copyright (c) Microsoft Corporation")));
    }
}
