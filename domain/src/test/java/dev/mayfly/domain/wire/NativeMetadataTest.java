package dev.mayfly.domain.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mayfly.domain.evidence.ReleaseEvidence;
import dev.mayfly.domain.network.Network;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That a native program can read by reflection what Jackson reads, and nothing else. */
class NativeMetadataTest {
    private static final String METADATA = "/META-INF/native-image/dev.mayfly/mayfly-domain/reachability-metadata.json";

    @Test
    void metadata_listsEveryRecordOfTheWireAndOfFilesAndNoOther() throws IOException {
        List<String> records = Stream.of(
                        AuditApi.class,
                        CoordinatorApi.class,
                        HandlerApi.class,
                        NodeApi.class,
                        Network.class,
                        ReleaseEvidence.class)
                .flatMap(holder -> Arrays.stream(holder.getDeclaredClasses()))
                .filter(Class::isRecord)
                .map(Class::getName)
                .toList();

        try (InputStream in = NativeMetadataTest.class.getResourceAsStream(METADATA)) {
            JsonNode listed = new ObjectMapper().readTree(in).get("reflection");
            assertThat(listed).hasSizeGreaterThan(40).allSatisfy(entry -> {
                assertThat(entry.get("allDeclaredConstructors").asBoolean()).isTrue();
                assertThat(entry.get("allDeclaredMethods").asBoolean()).isTrue();
                assertThat(entry.get("allDeclaredFields").asBoolean()).isTrue();
            });
            assertThat(listed.findValuesAsText("type")).containsExactlyInAnyOrderElementsOf(records);
        }
    }
}
