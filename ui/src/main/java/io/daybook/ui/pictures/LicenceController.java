package io.daybook.ui.pictures;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Says whose pictures these are. */
@Controller
class LicenceController {

    @GetMapping("/licences")
    String licences(Model model) throws IOException {
        model.addAttribute(
                "pictures", new ClassPathResource("pictures/LICENCE.txt").getContentAsString(StandardCharsets.UTF_8));
        return "layout/licences";
    }
}
