/**
 * How much of its quotas each user has used, as counters that expire.
 *
 * <p>A change that a quota limits makes a {@link dev.mayfly.dynamo.quota.Claim} for each counter;
 * {@link dev.mayfly.dynamo.quota.QuotaTable} turns it into a part of that change's own transaction, whose condition is the
 * limit. Users are key indexes here, as everywhere in the tables. Protocol: section "Quotas" of {@code docs/protocol.md}.
 */
package dev.mayfly.dynamo.quota;
