package dev.mayfly.awsnative;

import static org.assertj.core.api.Assertions.assertThat;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A method that takes the place of none is an error, which only native-image would notice. */
class ChecksumsWithoutCrtTest {
    @Test
    void substitute_isForAMethodThatTheSdkHas() throws Exception {
        List<Method> substitutes = Stream.of(ChecksumsWithoutCrt.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Substitute.class))
                .toList();
        Class<?> target = Class.forName(
                ChecksumsWithoutCrt.class.getAnnotation(TargetClass.class).className());

        assertThat(substitutes).hasSize(3);
        for (Method substitute : substitutes) {
            Method replaced = target.getDeclaredMethod(substitute.getName(), substitute.getParameterTypes());
            assertThat(replaced.getReturnType()).isEqualTo(substitute.getReturnType());
            assertThat(Modifier.isStatic(replaced.getModifiers())).isTrue();
        }
    }
}
