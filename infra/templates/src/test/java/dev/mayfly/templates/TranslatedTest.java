package dev.mayfly.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What SAM makes of the templates, as {@code .ci/templates} left it: that it adds nothing we did not ask for. */
class TranslatedTest {
    @ParameterizedTest
    @ValueSource(strings = {"coordinator", "entropy-node", "message-handler"})
    void translation_addsNoRole(String name) throws IOException {
        assertThat(resources(name, "AWS::IAM::Role").keySet())
                .isEqualTo(Template.of(name).resources("AWS::IAM::Role").keySet());
        assertThat(resources(name, "AWS::IAM::Policy")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"coordinator", "entropy-node", "message-handler"})
    void translation_leavesTablesAsTheyAre(String name) throws IOException {
        assertThat(resources(name, "AWS::DynamoDB::Table").keySet())
                .isEqualTo(Template.of(name).resources("AWS::DynamoDB::Table").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"coordinator", "entropy-node", "message-handler"})
    void everyFunction_isPublishedWithASnapshotAndCalledByItsAlias(String name) throws IOException {
        Map<String, JsonNode> functions = resources(name, "AWS::Lambda::Function");
        assertThat(functions.keySet()).isEqualTo(Template.of(name).functions().keySet());
        assertThat(functions.values()).allSatisfy(function -> {
            JsonNode properties = function.get("Properties");
            assertThat(properties.get("Runtime").asText()).isEqualTo("java25");
            assertThat(properties.at("/SnapStart/ApplyOn").asText()).isEqualTo("PublishedVersions");
            assertThat(properties.get("Layers")).hasSize(1);
        });
        assertThat(resources(name, "AWS::Lambda::Alias")).hasSameSizeAs(functions);
        assertThat(resources(name, "AWS::Lambda::Permission").values())
                .allSatisfy(permission -> assertThat(
                                permission.at("/Properties/FunctionName/Ref").asText())
                        .endsWith("Aliaslive"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"coordinator", "entropy-node", "message-handler"})
    void everyRoute_asksForATokenUnlessTheTemplateOpensIt(String name) throws IOException {
        Set<String> open = new TreeSet<>();
        JsonNode body = resources(name, "AWS::ApiGatewayV2::Api").get("Api").at("/Properties/Body");
        for (Map.Entry<String, JsonNode> path : body.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                JsonNode security = method.getValue().path("security");
                if (!security.path(0).has("Token")) {
                    open.add(method.getKey() + " " + path.getKey());
                }
            }
        }
        Map<String, Set<String>> opened = Map.of(
                "coordinator", Set.of("get /v1/registry", "post /v1/publish-registry", "post /v1/erasures"),
                "entropy-node", Set.of("post /v1/{function}"),
                "message-handler", Set.of());
        assertThat(open).isEqualTo(opened.get(name));
    }

    private static Map<String, JsonNode> resources(String template, String type) throws IOException {
        Path file = Path.of(System.getProperty("basedir", ""), "target/translated", template + ".json");
        Assumptions.assumeTrue(Files.exists(file), "not translated: run .ci/templates, which needs Python");
        Map<String, JsonNode> found = new TreeMap<>();
        for (Map.Entry<String, JsonNode> resource :
                new ObjectMapper().readTree(file.toFile()).get("Resources").properties()) {
            if (resource.getValue().get("Type").asText().equals(type)) {
                found.put(resource.getKey(), resource.getValue());
            }
        }
        return found;
    }
}
