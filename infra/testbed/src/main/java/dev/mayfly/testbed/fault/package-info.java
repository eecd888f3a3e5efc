/**
 * Calls that fail, one at a time, before they had an effect or after.
 *
 * <p>{@link dev.mayfly.testbed.fault.Faults} sits on every call of a testbed to DynamoDB and between its roles: first it counts
 * them, then it lets one of them fail as an {@link dev.mayfly.testbed.fault.Injection} says. What fails is an answer of the
 * real engine or a real connection, so that the SDK's retries and ours are part of what is tested.
 */
package dev.mayfly.testbed.fault;
