package dev.mayfly.local.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.wire.AuditApi;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.HandlerApi;
import dev.mayfly.domain.wire.NodeApi;
import dev.mayfly.local.docs.Repository;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The OpenAPI files say what the functions are: every one of them, with every member of its requests and replies. */
class OpenApiTest {

    /** The records of each role's requests and replies. */
    private static final Map<String, List<Class<?>>> RECORDS = Map.of(
            "coordinator", List.of(CoordinatorApi.class.getDeclaredClasses()),
            "entropy-node", List.of(NodeApi.class.getDeclaredClasses()),
            "message-handler", List.of(HandlerApi.class.getDeclaredClasses()),
            "audit",
                    Stream.concat(
                                    Stream.of(AuditApi.class.getDeclaredClasses()),
                                    Stream.of(CoordinatorApi.SignedRegistry.class))
                            .toList());

    private static final Set<String> NO_RECORDS = Set.of("Bytes", "Problem");
    private static final String FUNCTIONS = "functions/%s/src/main/java/.*\\.java";
    private static final Pattern FUNCTION = Pattern.compile("@Funq\\(\"v1/([a-z-]+)\"\\)\\s*(@Authenticated)?\\s*"
            + "public (?:\\w+\\.)?(\\w+) \\w+\\((?:(?:\\w+\\.)?(\\w+) \\w+)?\\)");

    /** As a role's {@code ReadableFunctions} names them. */
    private static final Pattern PARAMETERS = Pattern.compile("\\.with\\(\"v1/([a-z-]+)\"((?:, \"\\w+\")+)\\)");

    static Stream<String> roles() {
        return RECORDS.keySet().stream();
    }

    @Test
    void roles_areThoseThatHaveFunctions() {
        assertThat(OpenApi.roles())
                .containsExactlyInAnyOrderElementsOf(Repository.all(
                        "functions/([a-z-]+)/",
                        Repository.files(FUNCTIONS.formatted(".*")).stream()
                                .filter(file ->
                                        FUNCTION.matcher(Repository.text(file)).find())
                                .map(file -> Repository.ROOT.relativize(file).toString())
                                .collect(Collectors.joining("\n"))))
                .containsExactlyInAnyOrderElementsOf(RECORDS.keySet());
    }

    @ParameterizedTest
    @MethodSource("roles")
    void functions_areThoseOfTheCode(String role) {
        Set<String> described = OpenApi.of(role).functions().stream()
                .map(f -> "%s %s token=%s %s".formatted(f.name(), f.request(), f.token(), f.reply()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(described).isEqualTo(inCode(role)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("roles")
    void functions_areReadByGetWhereTheyTakeNothing(String role) {
        assertThat(OpenApi.of(role).functions())
                .allSatisfy(function -> assertThat(function.method())
                        .isEqualTo(function.request().isEmpty() ? "get" : "post"));
    }

    @ParameterizedTest
    @MethodSource("roles")
    void schemas_areTheRecords(String role) {
        Set<String> records =
                RECORDS.get(role).stream().map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
        records.addAll(NO_RECORDS);

        assertThat(OpenApi.of(role).schemas())
                .filteredOn(name -> !name.equals("Statement"))
                .containsExactlyInAnyOrderElementsOf(records);
    }

    @ParameterizedTest
    @MethodSource("roles")
    void members_areThoseOfTheRecords(String role) {
        OpenApi api = OpenApi.of(role);
        for (Class<?> type : RECORDS.get(role)) {
            JsonNode schema = api.schema(type.getSimpleName());
            List<String> names = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .toList();
            assertThat(schema.get("additionalProperties").booleanValue()).isFalse();
            assertThat(texts(schema.get("required"))).as(type.getSimpleName()).isEqualTo(names);
            assertThat(schema.get("properties").properties().stream().map(Map.Entry::getKey))
                    .containsExactlyElementsOf(names);
            for (RecordComponent component : type.getRecordComponents()) {
                assertThat(described(schema.at("/properties/" + component.getName())))
                        .as("%s of %s", component.getName(), type.getSimpleName())
                        .isEqualTo(typed(component.getGenericType()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("roles")
    void parameters_areThoseThatTheRoleTakes(String role) {
        Set<String> inCode = Repository.files(FUNCTIONS.formatted(role)).stream()
                .flatMap(file -> PARAMETERS.matcher(Repository.text(file)).results())
                .map(taken -> taken.group(1) + taken.group(2).replace("\"", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        OpenApi api = OpenApi.of(role);
        Set<String> described = api.functions().stream()
                .filter(function -> !api.parameters(function.name()).isEmpty())
                .map(function -> api.parameters(function.name()).stream()
                        .map(OpenApi.Parameter::name)
                        .collect(Collectors.joining(", ", function.name() + ", ", "")))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described).isEqualTo(inCode);
    }

    @ParameterizedTest
    @MethodSource("roles")
    void errors_areOfTheCatalogueAndAmongThemThoseOfTheProtocol(String role) {
        Set<String> catalogue =
                Arrays.stream(ErrorCode.values()).map(ErrorCode::slug).collect(Collectors.toSet());
        String name = role.replace('-', ' ');
        String protocol = Repository.section(
                "docs/protocol.md", "### " + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
        for (OpenApi.Function function : OpenApi.of(role).functions()) {
            String row = Repository.all("^\\| (`" + function.name() + "`(?: \\(GET\\))? \\|.*)$", protocol).stream()
                    .findFirst()
                    .orElseThrow();
            Set<String> named = Repository.all("`([a-z-]+)`", row.substring(row.lastIndexOf('|', row.length() - 2)));
            named.retainAll(catalogue);

            assertThat(catalogue).as(function.name()).containsAll(function.errors());
            assertThat(function.errors()).as(function.name()).containsAll(named);
        }
    }

    private static Set<String> inCode(String role) {
        return Repository.files(FUNCTIONS.formatted(role)).stream()
                .flatMap(file -> FUNCTION.matcher(Repository.text(file)).results())
                .map(OpenApiTest::inCode)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String inCode(MatchResult function) {
        String request = function.group(4) == null ? "" : function.group(4);
        return "%s %s token=%s %s".formatted(function.group(1), request, function.group(2) != null, function.group(3));
    }

    /** A property in the words of {@link #typed}; a statement is text with a narrower description. */
    private static String described(JsonNode property) {
        String reference = OpenApi.reference(property).orElse("");
        if (!reference.isEmpty()) {
            return reference.equals("Statement") ? "string" : reference;
        }
        String type = property.get("type").asText();
        return type.equals("array") ? "array of " + described(property.get("items")) : type;
    }

    private static String typed(Type type) {
        if (type instanceof ParameterizedType list) {
            return "array of " + typed(list.getActualTypeArguments()[0]);
        }
        if (type == Bytes.class || type == SecretBytes.class) {
            return "Bytes";
        }
        Class<?> plain = (Class<?>) type;
        return plain.isRecord()
                ? plain.getSimpleName()
                : Map.of(
                                String.class, "string",
                                long.class, "integer",
                                int.class, "integer",
                                Integer.class, "integer",
                                boolean.class, "boolean")
                        .get(plain);
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
