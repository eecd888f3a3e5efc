/**
 * Which calls of DynamoDB each role makes, as IAM would see them.
 *
 * <p>Every role's client tells a testbed's {@link dev.mayfly.testbed.access.AccessLog}; each item that is read, written or
 * checked is an {@link dev.mayfly.testbed.access.Access}. Whether the templates grant them is for a test to ask.
 */
package dev.mayfly.testbed.access;
