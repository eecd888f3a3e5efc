/**
 * A share's life on a node after the dealing: kept sealed, released to a party, erased at the end.
 *
 * <p>{@link dev.mayfly.domain.share.ReleaseRequest} and {@link dev.mayfly.domain.share.Release} give a share to a party while
 * the container lives; {@link dev.mayfly.domain.share.End} and {@link dev.mayfly.domain.share.Erasure} finish it. A node
 * keeps {@link dev.mayfly.domain.share.HeldShare}s in a {@link dev.mayfly.domain.share.ShareStore}, sealed to keys of an
 * {@link dev.mayfly.domain.share.EpochKeyStore}. Protocol: sections "Entropy" and "The end" of {@code docs/protocol.md}.
 */
package dev.mayfly.domain.share;
