package dev.mayfly.audit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.mayfly.dynamo.DynamoClients;
import dev.mayfly.dynamo.DynamoTimeouts;
import dev.mayfly.dynamo.directory.PublishedRegistryTable;
import dev.mayfly.dynamo.ledger.AuditTable;
import dev.mayfly.dynamo.schema.Tables;
import org.junit.jupiter.api.Test;

/** What an audit may see of the rest of Mayfly. */
class WallsTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.mayfly.audit");

    @Test
    void audit_seesTwoTablesAndNoWriter() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.mayfly.dynamo..")
                        .and(DescribedPredicate.not(belongToAnyOf(
                                AuditTable.class,
                                PublishedRegistryTable.class,
                                DynamoClients.class,
                                DynamoTimeouts.class,
                                Tables.class))))
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
    void audit_holdsNoKeyAndOpensNothing() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "dev.mayfly.client..",
                        "dev.mayfly.transport..",
                        "dev.mayfly.crypto.secret..",
                        "dev.mayfly.crypto.jose..",
                        "dev.mayfly.crypto.hpke..",
                        "dev.mayfly.crypto.kdf..",
                        "dev.mayfly.crypto.vrf..",
                        "dev.mayfly.crypto.vss..",
                        "dev.mayfly.crypto.internal..",
                        "org.bouncycastle..",
                        "javax.crypto.."))
                .check(CLASSES);
    }
}
