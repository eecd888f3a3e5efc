/** {@code mayfly up} as a process of its own. */
package dev.mayfly.local.up;
