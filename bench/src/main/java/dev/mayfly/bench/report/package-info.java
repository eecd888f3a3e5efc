/**
 * Tables and a plot from what JMH measured. {@link dev.mayfly.bench.report.Report} is called by {@code bench/run}.
 */
package dev.mayfly.bench.report;
