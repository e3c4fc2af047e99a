package io.daybook.ui.pages;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.ui.ModelMap;

/** Something that the frame around every page shows, contributed by the feature that knows it. */
public interface FramePart {

    void contribute(HttpServletRequest request, ModelMap model);
}
