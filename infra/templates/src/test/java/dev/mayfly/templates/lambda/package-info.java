/**
 * The packaged functions as Lambda runs them: each {@code function.zip} under AWS's own Runtime Interface Emulator and Java
 * runtime client, with the environment of its template, events in their true form, and real tables.
 *
 * <p>{@link dev.mayfly.templates.lambda.Deployment} stands for the account around them,
 * {@link dev.mayfly.templates.lambda.Emulator} runs one function. They run with {@code -Dlambda}, after {@code .ci/python} has
 * brought the emulator, and are skipped without it.
 */
package dev.mayfly.templates.lambda;
