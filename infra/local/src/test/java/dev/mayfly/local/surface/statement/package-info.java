/**
 * Every function that takes a statement, with requests that were good and whatever somebody can make of them who wants more
 * than they say. {@link dev.mayfly.local.surface.statement.StatementMatrixTest} says which functions those are, and fails
 * when the OpenAPI files know another one; {@link dev.mayfly.local.surface.statement.Forgery} is what can be made.
 */
package dev.mayfly.local.surface.statement;
