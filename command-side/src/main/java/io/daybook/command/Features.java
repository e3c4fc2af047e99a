package io.daybook.command;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Chooses the features of this module that run in this process: those that {@value #PROPERTY} names,
 * otherwise all. By name, because their configurations are nobody else's business.
 */
final class Features implements ImportSelector, EnvironmentAware {

    static final String PROPERTY = "daybook.command.features";

    private static final Set<String> ALL = Set.of("catalog", "customer", "inventory", "operations", "order", "payment");

    private Set<String> chosen = ALL;

    @Override
    public void setEnvironment(Environment environment) {
        chosen = new TreeSet<>(Binder.get(environment)
                .bind(PROPERTY, Bindable.setOf(String.class))
                .orElse(ALL));
        if (!ALL.containsAll(chosen)) {
            throw new IllegalArgumentException("%s is %s, but must be some of %s".formatted(PROPERTY, chosen, ALL));
        }
    }

    @Override
    public String[] selectImports(AnnotationMetadata importing) {
        return chosen.stream().map(Features::configuration).toArray(String[]::new);
    }

    private static String configuration(String feature) {
        String name = feature.substring(0, 1).toUpperCase(Locale.ROOT) + feature.substring(1);
        return "%s.%s.%sConfiguration".formatted(Features.class.getPackageName(), feature, name);
    }
}
