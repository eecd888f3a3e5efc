/**
 * Where a role's private key comes from when its function is running: a file, or on AWS a parameter.
 *
 * <p>A role names both settings in its configuration, and makes its key of {@link dev.mayfly.edge.key.KeySource#of};
 * what is more than one key, it reads from a {@link dev.mayfly.edge.key.SecretParameter} itself. Never put
 * a key into an environment variable, an image or a static field. Files are read at start; what is in Parameter Store only when
 * it is first used, because Lambda may take a snapshot of a started function and keep it. {@code docs/operate.md} says how keys
 * get there.
 */
package dev.mayfly.edge.key;
