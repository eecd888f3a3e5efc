/**
 * What a caller of the packaged functions sees: the OpenAPI files of {@code docs/openapi} are what the code has, and
 * everything that is wrong with a request is answered by a problem of the catalogue and changes nothing.
 *
 * <p>{@link dev.mayfly.local.surface.OpenApi} reads the files; what they list is what is tried, so a new function is tried
 * as soon as it is described, and {@link dev.mayfly.local.surface.OpenApiTest} fails until it is.
 */
package dev.mayfly.local.surface;
