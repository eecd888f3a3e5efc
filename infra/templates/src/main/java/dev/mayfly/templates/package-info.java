/**
 * The SAM templates as tests read them; nothing that runs does. What they must say is checked here without AWS: that tables
 * are those of {@code dev.mayfly.dynamo.schema.TableSchema}, that each role may do what its function does and no more, and
 * that each function is watched.
 *
 * <p>{@link dev.mayfly.templates.Template} reads a template as it stands in {@code infra/templates}, and finds a
 * {@link dev.mayfly.templates.Role} in it; {@code TablesTest}, {@code RolesTest} and {@code FunctionsTest} ask them. Whether
 * roles have what their functions call is asked where functions call, in {@code infra/testbed}; whether CloudFormation makes
 * of them what they say, in {@code infra/localstack}; whether AWS would take them, by {@code .ci/templates}, which needs
 * Python; how the packaged functions fare under them, in {@code lambda}. How they are deployed: {@code docs/operate.md}.
 */
package dev.mayfly.templates;
