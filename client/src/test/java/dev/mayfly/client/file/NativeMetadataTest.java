package dev.mayfly.client.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That a native program can read by reflection what Jackson reads of a user's files. */
class NativeMetadataTest {
    private static final String METADATA = "/META-INF/native-image/dev.mayfly/mayfly-client/reachability-metadata.json";

    @Test
    void metadata_listsEveryRecordOfFilesAndNoOther() throws IOException {
        List<String> records = Stream.concat(
                        Stream.of(WrittenContact.class),
                        Stream.of(ContactFile.class, PinFile.class)
                                .flatMap(holder -> Arrays.stream(holder.getDeclaredClasses()))
                                .filter(Class::isRecord))
                .map(Class::getName)
                .toList();

        try (InputStream in = NativeMetadataTest.class.getResourceAsStream(METADATA)) {
            assertThat(new ObjectMapper().readTree(in).get("reflection").findValuesAsText("type"))
                    .containsExactlyInAnyOrderElementsOf(records);
        }
    }
}
