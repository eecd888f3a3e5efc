/**
 * A Mayfly network on loopback: one process per trust domain, each with its own keys and tables.
 *
 * <p>{@link dev.mayfly.local.network.LocalNetwork#start} makes keys, network file and tables, or finds those of a folder,
 * starts DynamoDB Local, the coordinator, the sweep and the nodes; closing it kills them all and deletes what it wrote, unless
 * it was started in a folder. A node can be killed and started again. Users get tokens from the
 * {@link dev.mayfly.local.network.TokenIssuer}. Whatever is started is started through a {@link dev.mayfly.local.process.Running}, so that it ends with
 * this process; files are found through {@code NetworkFolder}.
 */
package dev.mayfly.local.network;
