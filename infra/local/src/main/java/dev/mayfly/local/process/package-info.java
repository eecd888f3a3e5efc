/**
 * Processes of this machine: started so that none of them outlives this one, each on a port of 127.0.0.1.
 *
 * <p>Start everything through one {@link dev.mayfly.local.process.Running}; functions are
 * {@link dev.mayfly.local.process.FunctionProcess}es of what {@code mvn package} left. Nothing here knows what the functions
 * do.
 */
package dev.mayfly.local.process;
