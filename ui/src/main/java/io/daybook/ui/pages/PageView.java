package io.daybook.ui.pages;

/**
 * Whether the browser wants a whole page or, having asked through htmx, only the part of it that changes. Handlers take it
 * as a parameter.
 */
public record PageView(boolean fragment) {

    /** The view's name: the template, or only the named fragment of it. */
    public String of(String template, String part) {
        return fragment ? template + " :: " + part : template;
    }
}
