/**
 * What Mayfly's cryptography costs: each figure beside its floor or a peer, measured in the same run.
 *
 * <p>{@code bench/run} builds this module, runs every benchmark and writes tables and plots to {@code bench/target};
 * {@code docs/benchmarks.md} keeps the tables that were last looked at. One package for each thing that is measured,
 * {@code report} for the tables, {@code timing} for the test whether time tells secrets. No product depends on this
 * module.
 */
package dev.mayfly.bench;
