package io.daybook.operations;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.daybook.operations", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule messages_are_all_that_is_known_of_other_modules = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.daybook.command..",
                    "io.daybook.saga..",
                    "io.daybook.query..",
                    "io.daybook.ui..",
                    "io.daybook.cluster..",
                    "io.daybook.standalone..");
}
