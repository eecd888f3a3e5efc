package dev.mayfly.node;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What a node may see of the rest of Mayfly. */
class WallsTest {
    private static final DescribedPredicate<JavaClass> OF_MAYFLY = resideInAPackage("dev.mayfly..");
    private static final DescribedPredicate<JavaClass> FOR_NODES = resideInAnyPackage(
            "dev.mayfly.node..",
            "dev.mayfly.edge..",
            "dev.mayfly.role..",
            "dev.mayfly.domain..",
            "dev.mayfly.transport..",
            "dev.mayfly.crypto..",
            "dev.mayfly.dynamo",
            "dev.mayfly.dynamo.schema..",
            "dev.mayfly.dynamo.node..");

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.mayfly.node");

    @Test
    void node_seesNothingOfCoordinatorsPartiesAndTheirTables() {
        noClasses()
                .should()
                .dependOnClassesThat(OF_MAYFLY.and(DescribedPredicate.not(FOR_NODES)))
                .check(classes);
    }

    @Test
    void useCases_knowNoTablesAndNoHttpServer() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.mayfly.node")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.mayfly.dynamo..", "dev.mayfly.edge..", "software.amazon..", "io.quarkus..")
                .check(classes);
    }

    @Test
    void node_doesNoCryptographyOfItsOwn() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.mayfly.crypto.internal..", "org.bouncycastle..", "javax.crypto..")
                .check(classes);
    }

    @Test
    void rooms_haveNoCycles() {
        slices().matching("dev.mayfly.node.(*)..").should().beFreeOfCycles().check(classes);
    }
}
