/**
 * A container from the opener's side: opened and drawn, agreed by its nodes, active.
 *
 * <p>{@link dev.mayfly.client.container.OpenContainer} then {@link dev.mayfly.client.container.AgreeOnEntropy}; what a party
 * knows of a container in between is an {@link dev.mayfly.client.container.OpenedContainer}, afterwards an
 * {@link dev.mayfly.client.container.ActiveContainer}.
 */
package dev.mayfly.client.container;
