/**
 * How the demo is told, to a person or as JSON.
 *
 * <p>{@link dev.mayfly.local.demo.story.Storyteller#step} plays a scene, which notes what it found and demands what must hold on
 * its {@link dev.mayfly.local.demo.story.Evidence}. A step that does not hold ends the story.
 */
package dev.mayfly.local.demo.story;
