package dev.mayfly.local.demo.act;

import dev.mayfly.local.demo.story.Storyteller;

/** Steps of the story that belong together. */
public interface Act {
    /** Tells its steps, in order. */
    void play(Storyteller story);
}
