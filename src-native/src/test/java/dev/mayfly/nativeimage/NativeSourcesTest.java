package dev.mayfly.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that is built can do what the function on Java can: its failures would show at run time, one path at a time. */
class NativeSourcesTest {
    @ParameterizedTest
    @ValueSource(strings = {"coordinator", "entropy-node", "audit", "message-handler"})
    void reflection_holdsEveryRequestAndReply(String module) throws Exception {
        try (NativeSources sources = NativeSources.of(module)) {
            Set<String> types = new TreeSet<>();
            for (Method function : functions(sources)) {
                for (Type type : function.getGenericParameterTypes()) {
                    collect(type, types);
                }
                collect(function.getGenericReturnType(), types);
            }

            assertThat(types).isNotEmpty();
            assertThat(sources.reflective()).containsAll(types);
        }
    }

    /** Else the image holds jitter's seed, settings and clients of the machine that built it, and is refused for it. */
    @ParameterizedTest
    @ValueSource(strings = {"coordinator", "entropy-node", "expiry-sweep", "audit", "message-handler"})
    void awsSdk_isInitialisedAtRunTime(String module) throws Exception {
        try (NativeSources sources = NativeSources.of(module)) {
            assertThat(sources.hasLibrary("awssdk.sdk-core")).isTrue();
            assertThat(sources.broughtArguments()).contains("--initialize-at-run-time=software.amazon.awssdk");
        }
    }

    /** A missing class is an error of the build; on Java it would be none until it is used. */
    @ParameterizedTest
    @ValueSource(strings = {"coordinator", "entropy-node", "expiry-sweep", "audit", "message-handler"})
    void ownClasses_referToNothingThatIsMissing(String module) throws Exception {
        try (NativeSources sources = NativeSources.of(module)) {
            List<String> arguments = new ArrayList<>(
                    List.of("--missing-deps", "--multi-release", "base", "--class-path", sources.classPath()));
            arguments.addAll(sources.ownJars());
            StringWriter missing = new StringWriter();
            PrintWriter out = new PrintWriter(missing);

            ToolProvider.findFirst("jdeps").orElseThrow().run(out, out, arguments.toArray(String[]::new));

            assertThat(missing.toString().lines())
                    .filteredOn(line -> line.contains("   dev.mayfly."))
                    .filteredOn(line -> !line.contains("com.oracle.svm.core.annotate."))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"coordinator", "entropy-node", "expiry-sweep", "audit", "message-handler"})
    void arguments_leaveNothingForRunTimeAndNoWayIn(String module) throws Exception {
        try (NativeSources sources = NativeSources.of(module)) {
            assertThat(sources.arguments())
                    .contains("--no-fallback", "--link-at-build-time", "--enable-url-protocols=http,https")
                    .doesNotContain("--allow-incomplete-classpath", "--report-unsupported-elements-at-runtime")
                    // A signal would write every key to a file.
                    .doesNotContain("heapdump");
        }
    }

    private static List<Method> functions(NativeSources sources) throws Exception {
        @SuppressWarnings("unchecked")
        Class<? extends Annotation> mark = (Class<? extends Annotation>) sources.load("io.quarkus.funqy.Funq");
        return sources.ownClasses().stream()
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(mark))
                .toList();
    }

    /** A type of the wire with those of its members. */
    private static void collect(Type type, Set<String> types) {
        if (type instanceof ParameterizedType generic) {
            Stream.of(generic.getActualTypeArguments()).forEach(argument -> collect(argument, types));
        } else if (type instanceof Class<?> record && record.isRecord() && types.add(record.getName())) {
            for (RecordComponent member : record.getRecordComponents()) {
                collect(member.getGenericType(), types);
            }
        }
    }
}
