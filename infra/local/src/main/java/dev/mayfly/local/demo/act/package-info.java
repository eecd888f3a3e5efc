/**
 * The acts of the demo, one class each: a few steps that belong together.
 *
 * <p>An {@link dev.mayfly.local.demo.act.Act} tells its steps to the story in order; each step is a method that makes real calls
 * and demands what must hold. What a later act needs of an earlier one it asks that act for; what all of them need is in the
 * world. {@link dev.mayfly.local.demo.act.Founding} comes first; whoever ends a container tells the world how, so that
 * {@link dev.mayfly.local.demo.act.Sweeping} and {@link dev.mayfly.local.demo.act.Auditing}, which come last, can find it on the
 * ledger.
 */
package dev.mayfly.local.demo.act;
