/**
 * What all statements share: the network they belong to, whom they address, when they were issued.
 *
 * <p>The statements themselves live with their concept (opening a container in {@code container}, dealing in
 * {@code shard}, …), each as a record with a {@code TYPE} that signs and verifies it. Every such record starts with an
 * {@link dev.mayfly.domain.statement.Issued}. Protocol: section "Statements" of {@code docs/protocol.md}.
 */
package dev.mayfly.domain.statement;
