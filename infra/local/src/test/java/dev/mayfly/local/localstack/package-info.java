/**
 * The data part of the templates, deployed by CloudFormation on LocalStack, and the packaged functions on what it made:
 * {@code mvn verify -Plocalstack}.
 *
 * <p>{@link dev.mayfly.local.localstack.RunningLocalStack} gives tests the one {@link dev.mayfly.local.localstack.LocalStack} of
 * a run, started without Docker by {@code infra/localstack/host} unless {@code -Dmayfly.localstack} says where a fresh one is,
 * with a {@link dev.mayfly.local.localstack.DeployedStack} for each trust domain. Where there is no Python 3.11 they are skipped.
 */
package dev.mayfly.local.localstack;
