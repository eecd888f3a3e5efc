/**
 * A message's whole life, told step by step on a local network.
 *
 * <p>{@link dev.mayfly.local.demo.DemoCommand} is the command, {@link dev.mayfly.local.demo.Demo} the story, and
 * {@link dev.mayfly.local.demo.Storyteller} how it is told, to a person or as JSON. A step that does not hold ends the story.
 */
package dev.mayfly.local.demo;
