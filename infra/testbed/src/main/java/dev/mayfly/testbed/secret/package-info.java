/**
 * What may not be found where somebody could read it. {@link dev.mayfly.testbed.secret.Secrets} is what to look for, and
 * {@link dev.mayfly.testbed.secret.Recording} looks, whatever the spelling.
 */
package dev.mayfly.testbed.secret;
