/**
 * A Mayfly network on loopback: one process per trust domain, each with its own keys and tables.
 *
 * <p>{@link dev.mayfly.local.network.LocalNetwork#start} makes keys, network file and tables, starts DynamoDB Local, the
 * coordinator and the nodes, and publishes the registry; closing it kills them all and deletes what it wrote. A node can be
 * killed and started again. Users get tokens from the {@link dev.mayfly.local.network.TokenIssuer}.
 */
package dev.mayfly.local.network;
