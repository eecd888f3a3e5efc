/**
 * The domain's stores on DynamoDB: the coordinator's tables and those of an entropy node.
 *
 * <p>Start with {@link dev.mayfly.dynamo.DynamoClients} for a client and {@link dev.mayfly.dynamo.schema.Tables} for the
 * names of a role's tables. What a coordinator changes goes through one {@link dev.mayfly.dynamo.ledger.LedgerWriter}, so that
 * a state and the entry that records it are written together or not at all. Rooms: {@code schema} (every table, once),
 * {@code table} (how an item is written and read), {@code ledger}, {@code container}, {@code directory} (keys, registry) and
 * {@code node}. A coordinator never needs {@code node}, a node needs nothing else.
 *
 * <p>No clock is in here: times come in as seconds since the epoch. A rule stands in a condition expression, and DynamoDB's
 * time to live only collects what has ended long ago. Protocol: sections "The end" and "The ledger" of
 * {@code docs/protocol.md}.
 */
package dev.mayfly.dynamo;
