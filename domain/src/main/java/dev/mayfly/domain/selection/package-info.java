/**
 * Which nodes serve a container: a verifiable draw that nobody chooses and everybody can recompute.
 *
 * <p>The coordinator proves a VRF on the container id ({@link dev.mayfly.domain.selection.Draw#prove}); its output orders the
 * registry ({@link dev.mayfly.domain.selection.Committee#draw}). Everybody else starts from
 * {@link dev.mayfly.domain.selection.Draw#verify}. Protocol: section "Opening a container" of {@code docs/protocol.md}.
 */
package dev.mayfly.domain.selection;
