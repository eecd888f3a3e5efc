/**
 * The roles of a testbed: each its own keys, clock, randomness, tables and server, wired from the use cases that production
 * runs.
 */
package dev.mayfly.testbed.role;
