package io.daybook.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.context.annotation.Configuration;

@AnalyzeClasses(packages = "io.daybook.query", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule views_do_not_know_each_other = slices().matching("io.daybook.query.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    DescribedPredicate.alwaysTrue(),
                    com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(
                            "io.daybook.query.projection"));

    @ArchTest
    static final ArchRule what_views_share_knows_no_view_and_no_event_of_the_domain = noClasses()
            .that()
            .resideInAPackage("io.daybook.query.projection")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.daybook.query.catalogue..",
                    "io.daybook.query.stock..",
                    "io.daybook.query.orders..",
                    "io.daybook.query.customers..",
                    "io.daybook.query.fulfilments..",
                    "io.daybook.api.(catalog|customer|figures|fulfilment|inventory|order|payment)..");

    @ArchTest
    static final ArchRule the_query_side_knows_neither_the_other_sides_nor_the_web = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.daybook.command..",
                    "io.daybook.saga..",
                    "io.daybook.ui..",
                    "io.daybook.standalone..",
                    "org.springframework.web..",
                    "de.bwaldvogel..");

    @ArchTest
    static final ArchRule what_events_do_to_documents_is_plain_java = noClasses()
            .that()
            .haveSimpleName("OrderHistory")
            .or()
            .haveSimpleName("OrderChange")
            .or()
            .haveSimpleName("FulfilmentSteps")
            .or()
            .haveSimpleName("Fulfilment")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "com.mongodb..", "org.bson..", "org.axonframework..");

    @ArchTest
    static final ArchRule there_is_one_configuration =
            classes().that().areAnnotatedWith(Configuration.class).should().be(QuerySideConfiguration.class);

    @ArchTest
    static final ArchRule a_view_shows_nothing_but_its_parts_for_the_configuration = classes()
            .that()
            .resideInAnyPackage(
                    "io.daybook.query.catalogue",
                    "io.daybook.query.stock",
                    "io.daybook.query.orders",
                    "io.daybook.query.customers",
                    "io.daybook.query.fulfilments")
            .and()
            .arePublic()
            .should()
            .haveSimpleNameEndingWith("Beans");
}
