/**
 * What every HTTP role shares: how a request is let in, and how a no is said.
 *
 * <p>A role depends on this module, writes {@code @Funq("v1/open")} functions over the records of
 * {@code dev.mayfly.domain.wire}, and throws {@link dev.mayfly.domain.wire.Refusal}; everything else happens around it, in
 * {@link dev.mayfly.edge.request}. Functions are POST only, unless the role produces a
 * {@link dev.mayfly.edge.ReadableFunctions} that names them; such a function reads its parameters from
 * {@link dev.mayfly.edge.Query}. {@link dev.mayfly.edge.Reply} is for the few that answer 201 or may be cached.
 * {@code Clock} and {@code SecureRandom} are injected ({@link dev.mayfly.edge.Sources}), never made.
 * Private keys come from {@link dev.mayfly.edge.key}.
 *
 * <p>Do not catch exceptions in functions to answer them, do not read the Vert.x request, and do not read JSON with a mapper of
 * your own. Errors are RFC 9457 problems; {@code docs/protocol.md}, "Errors", lists them.
 */
package dev.mayfly.edge;
