/**
 * A request's way to a function and a failure's way back.
 *
 * <p>Read {@link dev.mayfly.edge.request.EdgeRoutes} first: it is the whole path. {@link dev.mayfly.edge.request.RequestGate}
 * refuses what Funqy would let in, {@link dev.mayfly.edge.request.StrictFunctions} makes it read strictly, and
 * {@link dev.mayfly.edge.request.ProblemWriter} answers whatever failed. Nothing here is for a role to call. Protocol: section
 * "Functions over HTTP" of {@code docs/protocol.md}.
 */
package dev.mayfly.edge.request;
