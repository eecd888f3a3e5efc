/**
 * Mayfly on one machine: the real packaged functions as processes of their own, around DynamoDB Local and a development token
 * issuer.
 *
 * <p>{@link dev.mayfly.local.Main} is what the {@code mayfly} script at the root runs. {@code network} starts and stops things;
 * {@code fault} makes nodes misbehave; {@code demo} tells a message's whole life on them. Nothing here reaches a production artifact.
 */
package dev.mayfly.local;
