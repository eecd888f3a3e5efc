/**
 * A role's log: a line is one JSON object ({@link dev.mayfly.role.log.JsonLines}), and names the request or the run that it is
 * about ({@link dev.mayfly.role.log.LoggedRequest}).
 *
 * <p>Log through {@code org.jboss.logging.Logger} as ever. What a line says never holds a user, a key, a token or content; a
 * number that something is to be made of goes into a {@link dev.mayfly.role.log.Figure}. {@code docs/operate.md}, "Logs", says
 * what is in a line.
 */
package dev.mayfly.role.log;
