package io.daybook.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "io.daybook.ui", importOptions = ImportOption.DoNotIncludeTests.class)
class UiArchitectureTest {

    @ArchTest
    static final ArchRule features_do_not_go_round_in_circles =
            slices().matching("io.daybook.ui.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobody_scans_for_components = noClasses().should().beAnnotatedWith(ComponentScan.class);

    @ArchTest
    static final ArchRule nothing_is_injected_into_fields = fields().should().notBeAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule other_sides_are_known_by_their_messages_only = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.daybook.command..", "io.daybook.query..", "io.daybook.saga..");

    @ArchTest
    static final ArchRule the_api_knows_no_database = noClasses()
            .that()
            .resideInAPackage("io.daybook.ui.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..");

    @ArchTest
    static final ArchRule rest_controllers_are_nobody_elses_business =
            classes().that().areAnnotatedWith(RestController.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule nothing_is_named_after_nothing =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|DTO|VM)");
}
