package dev.mayfly.testbed;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.crypto.vrf.VrfPrivateKey;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.util.random.RandomGenerator;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;

/** What is static is the same in every copy of a snapshot and of a native image. */
class StaticStateTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.mayfly");

    private static final DescribedPredicate<JavaClass> SECRET_OR_RANDOM = assignableTo(RandomGenerator.class)
            .or(assignableTo(SecretBytes.class))
            .or(assignableTo(SigningPrivateKey.class))
            .or(assignableTo(HpkePrivateKey.class))
            .or(assignableTo(VrfPrivateKey.class))
            .or(assignableTo(PrivateKey.class))
            .or(assignableTo(SecretKey.class))
            .or(assignableTo(KeyPair.class));

    /** RFC 9180's empty salt: the one constant of a secret's type. */
    private static final String NO_SALT = "dev.mayfly.crypto.hpke.Labeled.NO_SALT";

    @Test
    void noStaticField_isSecretOrRandom() {
        noFields()
                .that(modifier(JavaModifier.STATIC))
                .and()
                .doNotHaveFullName(NO_SALT)
                .should()
                .haveRawType(SECRET_OR_RANDOM)
                .check(CLASSES);
    }
}
