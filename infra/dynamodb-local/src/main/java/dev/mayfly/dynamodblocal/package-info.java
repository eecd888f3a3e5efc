/**
 * DynamoDB Local as a process of its own, for tests and for the local network; never for production.
 *
 * <p>Call {@link dev.mayfly.dynamodblocal.DynamoDbLocal#start()} first, point any DynamoDB client at its
 * {@link dev.mayfly.dynamodblocal.DynamoDbLocal#endpoint()} (region and credentials may be anything), and close it. Never
 * add DynamoDB Local itself to a class path: it brings an AWS SDK, a Jackson and a Jetty that agree with nobody else's. The
 * build puts those jars into this module's {@code target/lib}, where only the child process looks.
 *
 * <p>It stands in for the tables of {@code docs/protocol.md}, section 8; what it does differently from the real
 * DynamoDB (time to live, backups) is noted in {@code docs/architecture.md}.
 */
package dev.mayfly.dynamodblocal;
