package io.daybook.observability;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.daybook.observability", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule applications_see_one_configuration_and_nothing_else =
            classes().that().arePublic().should().haveSimpleName("ObservabilityConfiguration");

    @ArchTest
    static final ArchRule messages_are_all_that_is_known_of_other_modules = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.daybook.command..",
                    "io.daybook.saga..",
                    "io.daybook.query..",
                    "io.daybook.ui..",
                    "io.daybook.standalone..");
}
