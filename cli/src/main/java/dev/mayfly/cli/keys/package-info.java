/**
 * {@code mayfly keys}: a user's own keys in a file, and what the directory has of them. Start with
 * {@link dev.mayfly.cli.keys.KeysCommand}; every other class is one command of it.
 */
package dev.mayfly.cli.keys;
