/**
 * How much of a network one user may use: what is limited, and how it is counted.
 *
 * <p>{@link dev.mayfly.domain.quota.Quotas} are the limits. They are kept by the change that they limit: a container that is
 * opened and its count are written together or not at all, so that no number of callers at once gets past one, and a repeated
 * request is never counted twice. Protocol: section "Quotas" of {@code docs/protocol.md}.
 */
package dev.mayfly.domain.quota;
