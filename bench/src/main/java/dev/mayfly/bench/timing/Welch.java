package dev.mayfly.bench.timing;

/** Welch's t over two streams of measurements, with Welford's running mean and variance. */
final class Welch {

    private final long[] count = new long[2];
    private final double[] mean = new double[2];
    private final double[] squares = new double[2];

    void add(int group, double value) {
        count[group]++;
        double delta = value - mean[group];
        mean[group] += delta / count[group];
        squares[group] += delta * (value - mean[group]);
    }

    double t() {
        return (mean[0] - mean[1]) / Math.sqrt(error(0) + error(1));
    }

    /** How much dearer the first class is, as a part of the second's mean. */
    double difference() {
        return (mean[0] - mean[1]) / mean[1];
    }

    private double error(int group) {
        return squares[group] / (count[group] - 1) / count[group];
    }
}
