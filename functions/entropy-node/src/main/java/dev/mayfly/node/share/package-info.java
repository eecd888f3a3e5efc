/**
 * A kept share's life on this node: released while its container lives, erased at the end.
 *
 * <p>One class for each thing that happens: {@link dev.mayfly.node.share.ReleaseShare},
 * {@link dev.mayfly.node.share.EndContainer}, and {@link dev.mayfly.node.share.EraseExpired}, which nobody has to ask for.
 * All of them, and the dealing before them, begin with {@link dev.mayfly.node.share.EpochKeys#deleteOverdue}: a key that is
 * overdue is gone before anything else happens. Do not read a share past {@code PartyShares}: it decides who is a stranger.
 * Protocol: sections "Entropy" (release) and "The end" of {@code docs/protocol.md}.
 */
package dev.mayfly.node.share;
