/**
 * A container's life as the coordinator records it: created, activated, delivered, erased.
 *
 * <p>Everything a party asks about a container begins at {@link dev.mayfly.coordinator.container.Parties}, which gives one
 * answer to strangers whatever they ask for. A use case verifies what it was brought, then asks the store for one conditional
 * transaction and tells its caller what stands afterwards, whoever was first.
 */
package dev.mayfly.coordinator.container;
