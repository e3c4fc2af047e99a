package io.daybook.standalone.mongo;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * What a query demands of fields, all of it together. An index serves as soon as one of its demands can be looked up there;
 * the server then checks the documents found against the whole query. (Its own rule, that an index serves only queries on
 * exactly its fields, would read the whole collection for {@code {_id: 1, position: {$lt: 5}}}.)
 */
final class Conditions {

    private static final Pattern PREFIX = Pattern.compile("\\^([\\p{L}\\p{N} ]+)");

    private final List<Map.Entry<String, @Nullable Object>> conditions = new ArrayList<>();

    private Conditions() {}

    static Conditions of(Document query) {
        Conditions found = new Conditions();
        found.collect(query);
        return found;
    }

    private void collect(Document query) {
        for (Map.Entry<String, Object> entry : query.entrySet()) {
            if (entry.getKey().equals("$and") && entry.getValue() instanceof Collection<?> all) {
                all.forEach(each -> collect((Document) each));
            } else {
                conditions.add(entry);
            }
        }
    }

    /**
     * The keys of all documents that may match, each once; null when no index leads to so few.
     *
     * @param most that are worth collecting
     */
    @Nullable Collection<String> candidates(@Nullable String idField, List<Index<String>> indexes, int most) {
        if (idField != null) {
            Collection<String> byId = lookedUp(idField, value -> Stream.of(Keys.of(value)), most);
            if (byId != null) {
                return byId;
            }
        }
        for (Index<String> index : indexes) {
            Collection<String> found = null;
            if (index instanceof UniqueIndex unique && unique.field() != null) {
                found = lookedUp(unique.field(), unique::having, most);
            } else if (index instanceof SecondaryIndex secondary) {
                found = lookedUp(secondary.field(), secondary::having, most);
            }
            if (found != null) {
                return found;
            }
        }
        return byPrefix(indexes, most);
    }

    private @Nullable Collection<String> lookedUp(String field, Function<Object, Stream<String>> index, int most) {
        for (Map.Entry<String, @Nullable Object> condition : conditions) {
            Collection<?> values = condition.getKey().equals(field) ? values(condition.getValue()) : null;
            if (values != null) {
                return collect(values.stream().flatMap(index), most);
            }
        }
        return null;
    }

    private static @Nullable Collection<String> collect(Stream<String> keys, int most) {
        List<String> found = keys.distinct().limit(most + 1L).toList();
        return found.size() > most ? null : found;
    }

    private @Nullable Collection<String> byPrefix(List<Index<String>> indexes, int most) {
        Collection<String> best = null;
        for (Index<String> index : indexes) {
            if (index instanceof SecondaryIndex secondary) {
                for (Map.Entry<String, @Nullable Object> condition : conditions) {
                    String prefix = condition.getKey().equals(secondary.field()) ? prefix(condition.getValue()) : null;
                    if (prefix != null) {
                        Collection<String> found = collect(secondary.beginning(prefix), most);
                        best = best == null || (found != null && found.size() < best.size()) ? found : best;
                    }
                }
            }
        }
        return best;
    }

    /** The values of which the field must have one; null when the demand is of another kind. */
    private static @Nullable Collection<?> values(@Nullable Object demand) {
        if (demand instanceof Document operators) {
            if (operators.get("$in") instanceof Collection<?> several
                    && several.stream().allMatch(Conditions::plain)) {
                return several;
            }
            Object one = operators.get("$eq");
            return plain(one) ? List.of(one) : null;
        }
        return plain(demand) ? List.of(demand) : null;
    }

    /** Null and arrays have rules of their own, and there are too many documents with one of two truth values. */
    @NullUnmarked
    private static boolean plain(Object value) {
        return value != null
                && !(value instanceof Document)
                && !(value instanceof Collection)
                && !(value instanceof Boolean)
                && !(value instanceof BsonRegularExpression);
    }

    private static @Nullable String prefix(@Nullable Object demand) {
        if (!BsonRegularExpression.isRegularExpression(demand)) {
            return null;
        }
        BsonRegularExpression expression = BsonRegularExpression.convertToRegularExpression(demand);
        Matcher matcher = PREFIX.matcher(expression.getPattern());
        String options = expression.getOptions();
        return matcher.matches() && (options == null || options.isEmpty()) ? matcher.group(1) : null;
    }
}
