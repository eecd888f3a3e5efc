package dev.mayfly.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

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
            text.append("| operation | by | a second, median | spread | bytes allocated | Mayfly is faster by |\n");
            text.append("|---|---|--:|--:|--:|--:|\n");
            measurements.stream()
                    .sorted(Comparator.comparing(Measurement::operation, Report::numbersByValue)
                            .thenComparing(m -> !m.isMayfly()))
                    .forEach(m -> text.append(row(m, ratio(m, measurements))));
        });
        return text.toString();
    }

    /** "seal, 1024" comes before "seal, 262144", and "3 of 5" before "14 of 21". */
    private static int numbersByValue(String one, String other) {
        return padded(one).compareTo(padded(other));
    }

    private static String padded(String text) {
        return Pattern.compile("\\d+")
                .matcher(text)
                .replaceAll(number -> "0".repeat(9 - number.group().length()) + number.group());
    }

    private static String row(Measurement m, String ratio) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,.0f | ±%.0f %% | %,.0f | %s |%n",
                m.operation(),
                m.library(),
                m.perSecond(),
                100 * m.spread(),
                m.bytes(),
                ratio);
    }

    /** Mayfly's figure for the same operation as a multiple of this one; nothing in Mayfly's own row. */
    private static String ratio(Measurement m, List<Measurement> measurements) {
        return measurements.stream()
                .filter(other -> other.isMayfly() && !m.isMayfly())
                .filter(other -> other.operation().equals(m.operation()))
                .map(mayfly -> String.format(Locale.ROOT, "%.2f", mayfly.perSecond() / m.perSecond()))
                .findFirst()
                .orElse("");
    }
}
