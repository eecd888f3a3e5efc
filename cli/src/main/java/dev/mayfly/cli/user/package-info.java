/**
 * What commands of a user share. Extend {@link dev.mayfly.cli.user.NetworkCommand}, and mix in
 * {@link dev.mayfly.cli.user.Account} where the coordinator has to be asked as somebody.
 */
package dev.mayfly.cli.user;
