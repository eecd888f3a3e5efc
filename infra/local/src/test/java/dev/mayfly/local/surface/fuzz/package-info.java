/**
 * Bodies and query strings that the OpenAPI files allow, and such as are a little off, in numbers.
 *
 * <p>{@link dev.mayfly.local.surface.fuzz.Described} makes what a schema allows, out of nothing or out of {@link
 * dev.mayfly.local.surface.fuzz.Known} good requests, {@link dev.mayfly.local.surface.fuzz.Spoiling} is what makes it none,
 * and {@link dev.mayfly.local.surface.fuzz.Verdict} says whether an answer is one that is described.
 */
package dev.mayfly.local.surface.fuzz;
