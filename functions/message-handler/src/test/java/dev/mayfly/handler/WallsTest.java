package dev.mayfly.handler;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a message handler may see of the rest of Mayfly. */
class WallsTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.mayfly.handler");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.mayfly.dynamo.schema.TableSchema",
                "dev.mayfly.coordinator.MessageFunctions",
                "dev.mayfly.node.NodeFunctions",
                "software.amazon.awssdk.core.SdkClient",
                "software.amazon.awssdk.services.dynamodb.DynamoDbClient"
            })
    void classPath_hasNoTableAndNoOtherRole(String type) {
        assertThatThrownBy(() -> Class.forName(type)).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void useCases_knowNoHttpServerAndNoFile() {
        noClasses()
                .that()
                .resideInAPackage("..handler.message..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.mayfly.edge..",
                        "io.quarkus..",
                        "io.vertx..",
                        "org.eclipse.microprofile..",
                        "java.nio.file..",
                        "java.io..")
                .check(CLASSES);
    }

    @Test
    void handler_leavesDerivingKeysToTheClient() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "dev.mayfly.crypto.kdf..",
                        "dev.mayfly.crypto.vss..",
                        "dev.mayfly.crypto.internal..",
                        "org.bouncycastle..",
                        "javax.crypto.."))
                .check(CLASSES);
    }
}
