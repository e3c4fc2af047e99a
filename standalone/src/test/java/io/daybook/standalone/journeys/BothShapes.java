package io.daybook.standalone.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/**
 * Journeys through a shop that is opened in one shape after the other. Whoever came in is seen out after each test, and
 * neither scripts nor the content security policy may have complained meanwhile.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class BothShapes {

    static Shop shop;

    @Parameter
    Shape shape;

    private final List<Visitor> inside = new ArrayList<>();

    @BeforeParameterizedClassInvocation
    static void open(Shape shape, @TempDir Path data) {
        shop = Shop.open(shape, data);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        if (shop != null) {
            shop.close();
            shop = null;
        }
    }

    /** Somebody who is not signed in. */
    final Visitor comesIn() {
        Visitor visitor = shop.visitor();
        inside.add(visitor);
        return visitor;
    }

    final Visitor operator() {
        Visitor olive = comesIn();
        olive.signsInAs("operator@daybook.example", "operator-demo");
        return olive;
    }

    /** The shape as pictures are named after it. */
    final String shapeName() {
        return shape.name().toLowerCase(Locale.ROOT);
    }

    @AfterEach
    void everybodyLeaves() {
        inside.forEach(Visitor::close);
        assertThat(inside)
                .allSatisfy(visitor -> assertThat(visitor.complaints())
                        .as("what scripts and the content security policy complained about")
                        .isEmpty());
    }
}
