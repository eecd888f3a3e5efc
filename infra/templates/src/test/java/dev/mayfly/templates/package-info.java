/**
 * What the SAM templates must say, checked without AWS: that tables are those of
 * {@link dev.mayfly.dynamo.schema.TableSchema}, that each role may do what its function does and no more, and that each function
 * is watched.
 *
 * <p>{@link dev.mayfly.templates.Template} reads a template as it stands in {@code infra/templates}; {@code TablesTest},
 * {@code RolesTest} and {@code FunctionsTest} ask it. Whether AWS would take the templates is for {@code .ci/templates}, which
 * needs Python; how the packaged functions fare under them, for {@code lambda}. How they are deployed: {@code docs/operate.md}.
 */
package dev.mayfly.templates;
