package io.daybook.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** The rules of the house that concern more than one module; each module holds its own beside its code. */
@AnalyzeClasses(packages = "io.daybook", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule modules_know_each_other_by_messages_alone = slices().matching(
                    "io.daybook.(command|saga|query|ui|sandbox|observability)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule the_vocabulary_depends_on_nothing_of_ours = noClasses()
            .that()
            .resideInAPackage("io.daybook.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.daybook.command..",
                    "io.daybook.saga..",
                    "io.daybook.query..",
                    "io.daybook.ui..",
                    "io.daybook.standalone..",
                    "org.springframework..");

    @ArchTest
    static final ArchRule a_history_is_carried_without_knowing_what_it_tells = noClasses()
            .that()
            .resideInAPackage("io.daybook.history..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.axonframework..")
            .orShould()
            .dependOnClassesThat(resideInAPackage("io.daybook..").and(not(resideInAPackage("io.daybook.history.."))));

    @ArchTest
    static final ArchRule only_the_launcher_knows_an_embedded_store = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.daybook.api..",
                    "io.daybook.command..",
                    "io.daybook.saga..",
                    "io.daybook.query..",
                    "io.daybook.observability..",
                    "io.daybook.ui..",
                    "io.daybook.history..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.sqlite..", "org.h2..", "de.bwaldvogel..", "java.sql..", "com.zaxxer..");

    @ArchTest
    static final ArchRule only_the_payment_adapter_guards_its_calls_with_resilience4j = noClasses()
            .that()
            .resideOutsideOfPackage("io.daybook.command.payment..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.github.resilience4j..");

    @ArchTest
    static final ArchRule nobody_is_found_by_scanning = noClasses()
            .should()
            .beAnnotatedWith(ComponentScan.class)
            .orShould()
            .beAnnotatedWith(Component.class)
            .orShould()
            .beAnnotatedWith(Service.class);

    @ArchTest
    static final ArchRule the_launcher_shows_configurations_and_little_else = classes()
            .that()
            .resideInAPackage("io.daybook.standalone.(*)..")
            .and()
            .arePublic()
            .should()
            .haveSimpleNameEndingWith("Configuration")
            .orShould()
            .haveSimpleName("BookFigures")
            .orShould()
            .haveSimpleName("TokenOwners")
            .orShould()
            .haveSimpleName("UnusableData");

    @ArchTest
    static final ArchRule names_say_what_things_are = noClasses()
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("DTO");
}
