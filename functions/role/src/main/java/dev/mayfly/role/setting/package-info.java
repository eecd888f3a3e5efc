/**
 * What roles' settings have in common: groups of them that several roles have, and their ranges.
 *
 * <p>Each role's {@code @ConfigMapping} lists all it can be told, and its wiring checks the numbers with
 * {@link dev.mayfly.role.setting.Range} before anything else starts. {@code docs/configuration.md} is compared with them.
 */
package dev.mayfly.role.setting;
