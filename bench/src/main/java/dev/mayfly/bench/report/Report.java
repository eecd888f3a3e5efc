package dev.mayfly.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes {@code <name>.md} and {@code <name>.svg} beside {@code <name>.json}, which JMH wrote. */
public final class Report {

    private Report() {}

    /** Takes the path of the JSON file. */
    public static void main(String[] arguments) throws IOException {
        Path json = Path.of(arguments[0]);
        JsonNode results = new ObjectMapper().readTree(json.toFile());
        Map<String, List<Measurement>> groups = new LinkedHashMap<>();
        for (JsonNode result : results) {
            Measurement measurement = Measurement.of(result);
            groups.computeIfAbsent(measurement.group(), group -> new ArrayList<>())
                    .add(measurement);
        }
        String base = json.toString().replaceFirst("\\.json$", "");
        String tables = tables(groups);
        Files.writeString(Path.of(base + ".md"), tables);
        Files.writeString(Path.of(base + ".svg"), Plot.of(groups));
        System.out.print(tables);
    }

    private static String tables(Map<String, List<Measurement>> groups) {
        StringBuilder text = new StringBuilder();
        groups.forEach((group, measurements) -> {
            text.append("\n### ").append(group).append("\n\n");
            text.append("| operation | a second, median | spread | bytes allocated |\n|---|--:|--:|--:|\n");
            for (Measurement m : measurements) {
                text.append(String.format(
                        Locale.ROOT,
                        "| %s | %,.0f | ±%.0f %% | %,.0f |%n",
                        m.name(),
                        m.perSecond(),
                        100 * m.spread(),
                        m.bytes()));
            }
        });
        return text.toString();
    }
}
