/**
 * A whole network in one process, for tests: coordinator, entropy nodes, expiry sweep and parties as plain objects over a real
 * database and real HTTP, each with a clock of its own that stands still until a test moves it.
 *
 * <p>{@link dev.mayfly.testbed.Testbed#start} makes one as a {@link dev.mayfly.testbed.Plan} says; then ask it for
 * {@link dev.mayfly.testbed.Testbed#person people} and let them send. {@code role} holds the parts of a network,
 * {@code http} what stands in for Quarkus between a request and a use case: nothing else here is another code than production
 * runs. What Quarkus adds (tokens, limits, health) is tested where it is, on the packaged functions. Classes that make use
 * cases stand in the packages of the use cases, because nobody but a container may make those. Nothing here reaches a
 * production artifact.
 */
package dev.mayfly.testbed;
