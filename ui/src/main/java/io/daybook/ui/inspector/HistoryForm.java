package io.daybook.ui.inspector;

import io.daybook.api.InvalidValue;
import io.daybook.api.history.EventFilter;
import io.daybook.ui.http.BadFields;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the form above the events says; texts, because anything may stand in an address.
 *
 * @param position to begin at
 * @param before   of streams, the number to go back from
 * @param orders   of a customer's orders, the page
 */
public record HistoryForm(
        String type,
        String stream,
        String order,
        String customer,
        String since,
        String until,
        String position,
        boolean oldestFirst,
        String before,
        String orders) {

    private static final int LONGEST = 400;

    static HistoryForm of(Map<String, String> asked) {
        return new HistoryForm(
                value(asked, "type"),
                value(asked, "stream"),
                value(asked, "order"),
                value(asked, "customer"),
                value(asked, "since"),
                value(asked, "until"),
                value(asked, "position"),
                value(asked, "way").equals("oldest"),
                value(asked, "before"),
                value(asked, "orders"));
    }

    private static String value(Map<String, String> asked, String name) {
        String value = asked.getOrDefault(name, "").strip();
        return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    }

    /** Throws {@link BadFields} for what makes no sense. */
    EventFilter filter() {
        List<String> types = Arrays.stream(type.split("[,\\s]+"))
                .filter(name -> !name.isEmpty())
                .toList();
        try {
            return new EventFilter(types, Moment.parse("since", since), Moment.parse("until", until));
        } catch (InvalidValue wrong) {
            throw new BadFields(wrong.field(), wrong.reason());
        }
    }

    @Nullable Long number(String field, String text) {
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,18}")) {
            throw new BadFields(field, "must be a number");
        }
        return Long.valueOf(text);
    }

    int page() {
        Long page = number("orders", orders);
        return page == null ? 0 : (int) Math.min(page, 100_000);
    }

    /** An address that asks for the same, with one value changed. */
    String address(String path, String changed, Object value) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("type", type);
        asked.put("stream", stream);
        asked.put("order", order);
        asked.put("customer", customer);
        asked.put("since", since);
        asked.put("until", until);
        asked.put("way", oldestFirst ? "oldest" : "");
        if (changed.equals("before")) {
            asked.put("orders", orders);
        }
        asked.put(changed, String.valueOf(value));
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        asked.forEach((name, text) -> {
            if (!text.isEmpty()) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        return address.encode().buildAndExpand(asked).toUriString();
    }
}
