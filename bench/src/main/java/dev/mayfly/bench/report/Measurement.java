package dev.mayfly.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One benchmark's result.
 *
 * @param group the benchmark's class without its package
 * @param operation what was done, with the parameters
 * @param library who did it
 * @param perSecond the median of the iterations, operations a second
 * @param spread the largest distance of an iteration from the median, as a part of it
 * @param bytes allocated by one operation
 */
record Measurement(String group, String operation, String library, double perSecond, double spread, double bytes) {

    /** Whose figures the others are compared with. */
    static final String MAYFLY = "mayfly";

    private static final Pattern METHOD_OF_A_LIBRARY = Pattern.compile("([a-z]+)(Mayfly|Textbook|Tink|Nimbus)");

    static Measurement of(JsonNode result) {
        String[] path = result.get("benchmark").asText().split("\\.");
        Matcher method = METHOD_OF_A_LIBRARY.matcher(path[path.length - 1]);
        boolean named = method.matches();
        StringBuilder operation = new StringBuilder(named ? method.group(1) : path[path.length - 1]);
        String library = result.at("/params/library").asText(named ? method.group(2) : MAYFLY);
        result.path("params").properties().stream()
                .filter(parameter -> !parameter.getKey().equals("library"))
                .forEach(parameter ->
                        operation.append(", ").append(parameter.getValue().asText()));
        List<Double> iterations = new ArrayList<>();
        result.at("/primaryMetric/rawData").forEach(fork -> fork.forEach(value -> iterations.add(value.asDouble())));
        List<Double> sorted = iterations.stream().sorted().toList();
        double median = sorted.get(sorted.size() / 2);
        double spread = Math.max(sorted.get(sorted.size() - 1) - median, median - sorted.get(0)) / median;
        double bytes = result.at("/secondaryMetrics/gc.alloc.rate.norm/score").asDouble();
        return new Measurement(
                path[path.length - 2], operation.toString(), library.toLowerCase(Locale.ROOT), median, spread, bytes);
    }

    boolean isMayfly() {
        return library.equals(MAYFLY);
    }

    /** For one line of a plot. */
    String name() {
        return operation + ", " + library;
    }
}
