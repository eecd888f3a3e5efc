package dev.mayfly.domain.evidence;

import dev.mayfly.crypto.Bytes;

/**
 * What evidence proves: the holder of a node's signing key signed something that no honest node signs.
 *
 * @param nodeId the node
 * @param operator whose it is, by the registry
 * @param containerId the container in which it was drawn
 * @param rank its rank in that draw
 * @param signedAt seconds since the epoch, by the node's own clock
 * @param what what is wrong with what it signed, as a clause
 */
public record Misbehaviour(String nodeId, String operator, Bytes containerId, int rank, long signedAt, String what) {}
