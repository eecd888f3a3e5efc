/**
 * A container as its parties know it: opened and drawn, agreed by its nodes, active, ended.
 *
 * <p>{@link dev.mayfly.client.container.OpenContainer} then {@link dev.mayfly.client.container.AgreeOnEntropy}; what a party
 * knows of a container in between is an {@link dev.mayfly.client.container.OpenedContainer}, afterwards an
 * {@link dev.mayfly.client.container.ActiveContainer}. The opener's peer, and an opener that remembers nothing, come in by
 * {@link dev.mayfly.client.container.JoinContainer} with what is in their mailbox.
 */
package dev.mayfly.client.container;
