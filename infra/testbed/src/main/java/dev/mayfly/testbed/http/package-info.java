/**
 * What stands between a request and a use case here: one small HTTP server for each role.
 *
 * <p>A role lists its functions in {@link dev.mayfly.testbed.http.Routes}; {@link dev.mayfly.testbed.http.RoleServer} serves
 * them with the wire's own JSON mapping and answers a {@link dev.mayfly.domain.wire.Refusal} as the problem that clients read.
 */
package dev.mayfly.testbed.http;
