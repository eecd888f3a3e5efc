package dev.mayfly.coordinator;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.mayfly.crypto.hpke.Hpke;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import org.junit.jupiter.api.Test;

/** What a coordinator may see of the rest of Mayfly. */
class WallsTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.mayfly.coordinator");

    @Test
    void useCases_knowNoTablesAndNoHttpServer() {
        noClasses()
                .that()
                .resideInAnyPackage("..coordinator.container..", "..coordinator.directory..", "..coordinator.message..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.mayfly.dynamo..",
                        "dev.mayfly.edge..",
                        "software.amazon..",
                        "io.quarkus..",
                        "io.vertx..",
                        "jakarta.ws..",
                        "org.eclipse.microprofile..")
                .check(CLASSES);
    }

    @Test
    void wiring_aloneKnowsTables() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Wiring.class.getName())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.mayfly.dynamo..", "software.amazon..")
                .check(CLASSES);
    }

    @Test
    void coordinator_seesNothingOfNodesAndTheirTables() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.mayfly.dynamo.node..", "dev.mayfly.node.."))
                .check(CLASSES);
    }

    @Test
    void coordinator_derivesNoKeyAndOpensNothing() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "dev.mayfly.client..",
                                "dev.mayfly.crypto.kdf..",
                                "dev.mayfly.crypto.vss..",
                                "dev.mayfly.crypto.internal..",
                                "org.bouncycastle..",
                                "javax.crypto..")
                        .or(belongToAnyOf(Hpke.class, HpkePrivateKey.class)))
                .check(CLASSES);
    }

    @Test
    void rooms_haveNoCycles() {
        slices().matching("dev.mayfly.coordinator.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }
}
