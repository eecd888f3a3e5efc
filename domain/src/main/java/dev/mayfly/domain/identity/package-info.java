/**
 * Who a party is, and how it stays hidden: user ids, registered keys, and the salted commitments a container carries in
 * their place.
 *
 * <p>Start with {@link dev.mayfly.domain.identity.UserId} and {@link dev.mayfly.domain.identity.PartyCommitment}. Only the
 * two parties ever hold the salts; the coordinator recomputes a commitment from what its caller brings and forgets it.
 * Protocol: section "Identity" of {@code docs/protocol.md}.
 */
package dev.mayfly.domain.identity;
