/**
 * What the documentation says, compared with the code it is about. {@link dev.mayfly.local.docs.Repository} finds the files; a
 * test here fails when a page and the code no longer agree, so change both in one commit.
 */
package dev.mayfly.local.docs;
