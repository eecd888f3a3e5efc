/**
 * The rules all roles share, in plain Java: no database, no web framework, no clock or randomness of its own.
 *
 * <p>One package per concept. Read them in the order of a message's life: {@code network}, {@code registry},
 * {@code identity}, {@code directory}, {@code container}, {@code selection}, {@code dealing}, {@code message}, {@code share}, {@code ledger}; what
 * all statements share is in {@code statement}, what travels over HTTP in {@code wire}. Interfaces named {@code …Store}, and
 * {@code Mailbox}, {@code KeyDirectory}, {@code SeenRegistry} and {@code AuditLog}, state what a role needs kept and under which
 * condition; {@code ledger-dynamo} keeps it.
 */
package dev.mayfly.domain;
