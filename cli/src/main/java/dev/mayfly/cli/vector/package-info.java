/**
 * One test vector and the verdict on it. Begin with {@link dev.mayfly.cli.vector.Vector#expect}: it knows what the results
 * valid, invalid and acceptable ask for, so that no judge can take a crash for a refusal.
 */
package dev.mayfly.cli.vector;
