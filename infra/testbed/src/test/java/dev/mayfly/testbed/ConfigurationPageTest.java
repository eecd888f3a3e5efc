package dev.mayfly.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The configuration page has what the roles can be told, and nothing else, with the types and defaults of the code. */
class ConfigurationPageTest {
    private static final Path PAGE = Path.of("../../docs/configuration.md");
    private static final Pattern ROW = Pattern.compile("^(\\| `mayfly\\.[^|]+ \\| [^|]+ \\| [^|]+ \\|) [^|]+ \\|$");
    private static final Map<Type, String> TYPES = Map.of(
            String.class, "text",
            Path.class, "path",
            URI.class, "URL",
            Duration.class, "duration",
            int.class, "number",
            long.class, "number",
            boolean.class, "`true` or `false`",
            Set.class, "texts");

    @ParameterizedTest
    @CsvSource({
        "Coordinator, dev.mayfly.coordinator.CoordinatorConfig",
        "Entropy node, dev.mayfly.node.NodeConfig",
        "Expiry sweep, dev.mayfly.sweep.SweepConfig",
        "Audit, dev.mayfly.audit.AuditConfig",
        "Message handler, dev.mayfly.handler.HandlerConfig"
    })
    void section_hasEverySettingOfItsRole(String heading, String mapping) throws Exception {
        Class<?> config = Class.forName(mapping);
        Set<String> settings =
                rows(config.getAnnotation(ConfigMapping.class).prefix(), config).collect(Collectors.toSet());

        assertThat(settings).isNotEmpty();
        assertThat(told(heading)).isEqualTo(settings);
    }

    private static Set<String> told(String heading) throws Exception {
        String section =
                Files.readString(PAGE).split("\n## " + heading + "\n")[1].split("\n## ")[0];
        return section.lines()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> row.group(1))
                .collect(Collectors.toSet());
    }

    private static Stream<String> rows(String prefix, Class<?> config) {
        return Arrays.stream(config.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .flatMap(method -> rows(prefix + "." + kebab(method.getName()), method));
    }

    private static Stream<String> rows(String name, Method method) {
        if (method.getReturnType().isInterface() && !TYPES.containsKey(raw(method))) {
            return rows(name, method.getReturnType());
        }
        return Stream.of("| `%s` | %s | %s |".formatted(name, TYPES.get(raw(method)), byDefault(method)));
    }

    private static Type raw(Method method) {
        if (method.getGenericReturnType() instanceof ParameterizedType generic) {
            return generic.getRawType() == Optional.class ? generic.getActualTypeArguments()[0] : generic.getRawType();
        }
        return method.getReturnType();
    }

    private static String byDefault(Method method) {
        WithDefault given = method.getAnnotation(WithDefault.class);
        if (given != null) {
            return "`" + given.value() + "`";
        }
        return method.getReturnType() == Optional.class ? "none" : "required";
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
