package io.daybook.command;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the parts of this module may know of each other and of the world. */
@AnalyzeClasses(packages = "io.daybook.command", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> WIRING = simpleNameEndingWith("Configuration")
            .or(simpleNameEndingWith("Application"))
            .or(simpleNameEndingWith("Settings"))
            .or(simpleNameEndingWith("Circuit"))
            .or(simpleNameEndingWith("Features"));

    private static final DescribedPredicate<JavaClass> PROVIDER_ADAPTER = simpleNameEndingWith("PaymentProvider")
            .or(simpleNameEndingWith("WaitingLine"))
            .or(simpleNameEndingWith("PaymentConfiguration"));

    @ArchTest
    static final ArchRule decisions_know_no_framework_but_axon = noClasses()
            .that(DescribedPredicate.not(WIRING))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..", "com.mongodb..", "org.bson..", "jakarta.servlet..", "java.sql..");

    @ArchTest
    static final ArchRule only_the_way_to_the_payment_provider_is_guarded = noClasses()
            .that(DescribedPredicate.not(resideInAPackage("..payment..").and(PROVIDER_ADAPTER)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.github.resilience4j..");

    @ArchTest
    static final ArchRule only_the_payment_provider_is_called_over_http = noClasses()
            .that(DescribedPredicate.not(simpleNameEndingWith("HttpPaymentProvider")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "org.apache.hc..");

    @ArchTest
    static final ArchRule features_know_nothing_of_each_other = slices().matching("io.daybook.command.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    DescribedPredicate.alwaysTrue(),
                    resideInAnyPackage("io.daybook.command.aggregate", "io.daybook.command.tiers"));

    @ArchTest
    static final ArchRule features_show_nothing_of_themselves = classes()
            .that()
            .resideInAnyPackage("..catalog..", "..customer..", "..inventory..", "..order..", "..payment..")
            .and()
            .areTopLevelClasses()
            .should()
            .notBePublic();
}
