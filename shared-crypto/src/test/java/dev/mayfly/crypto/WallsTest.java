package dev.mayfly.crypto;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.mayfly.crypto.secret.SecretBytes;
import java.io.Serializable;
import org.junit.jupiter.api.Test;

/** What the module's rooms may know of each other and of the world. */
class WallsTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.mayfly.crypto");

    @Test
    void onlyInternal_knowsBouncyCastle() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..internal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bouncycastle..")
                .check(OURS);
    }

    @Test
    void onlyStatements_knowJson() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..jose..", "..interop..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml..")
                .check(OURS);
    }

    /** Its forms are wider than the protocol's. */
    @Test
    void noOtherRoom_usesInterop() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..interop..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..interop..")
                .check(OURS);
    }

    @Test
    void nothingElse_isKnown() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.mayfly.crypto..",
                        "java..",
                        "javax.crypto..",
                        "org.bouncycastle..",
                        "com.fasterxml.jackson.core..")
                .check(OURS);
    }

    @Test
    void secrets_areNotSerializable() {
        noClasses()
                .that()
                .areAssignableTo(SecretBytes.class)
                .should()
                .beAssignableTo(Serializable.class)
                .check(OURS);
    }
}
