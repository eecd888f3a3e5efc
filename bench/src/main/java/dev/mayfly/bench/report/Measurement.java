package dev.mayfly.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One benchmark's result.
 *
 * @param group the benchmark's class without its package
 * @param name its method and parameters
 * @param perSecond the median of the iterations, operations a second
 * @param spread the largest distance of an iteration from the median, as a part of it
 * @param bytes allocated by one operation
 */
record Measurement(String group, String name, double perSecond, double spread, double bytes) {

    static Measurement of(JsonNode result) {
        String[] path = result.get("benchmark").asText().split("\\.");
        StringBuilder name = new StringBuilder(path[path.length - 1]);
        result.path("params").forEach(value -> name.append(", ").append(value.asText()));
        List<Double> iterations = new ArrayList<>();
        result.at("/primaryMetric/rawData").forEach(fork -> fork.forEach(value -> iterations.add(value.asDouble())));
        List<Double> sorted = iterations.stream().sorted().toList();
        double median = sorted.get(sorted.size() / 2);
        double spread = Math.max(sorted.get(sorted.size() - 1) - median, median - sorted.get(0)) / median;
        double bytes = result.at("/secondaryMetrics/gc.alloc.rate.norm/score").asDouble();
        return new Measurement(path[path.length - 2], name.toString(), median, spread, bytes);
    }
}
