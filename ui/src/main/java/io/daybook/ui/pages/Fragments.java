package io.daybook.ui.pages;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Renders parts of templates outside any request, for live streams. Such parts know no request and no link expressions. */
public final class Fragments {

    private final ITemplateEngine templates;

    Fragments(ITemplateEngine templates) {
        this.templates = templates;
    }

    public String render(String template, String fragment, Map<String, Object> model) {
        return templates
                .process(template, Set.of(fragment), new Context(Locale.UK, model))
                .strip();
    }
}
