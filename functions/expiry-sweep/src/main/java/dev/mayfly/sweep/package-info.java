/**
 * The expiry sweep: on a schedule, with no way in from outside, it records ends that came by themselves and gathers what nodes
 * say about their shares.
 *
 * <p>{@link dev.mayfly.sweep.SweepDue} is one run over everything due; {@link dev.mayfly.sweep.SweepContainer} what is done for
 * one container, safe to do twice and by two sweeps at once; {@link dev.mayfly.sweep.AskNodes} how nodes are told and asked,
 * silent ones once a run. In a process {@link dev.mayfly.sweep.SweepSchedule} starts runs, on Lambda
 * {@link dev.mayfly.sweep.SweepFunction} is called for each. Nobody waits for the sweep: everybody refuses an ended container by
 * the clock. Protocol: section "The end" of
 * {@code docs/protocol.md}.
 */
package dev.mayfly.sweep;
