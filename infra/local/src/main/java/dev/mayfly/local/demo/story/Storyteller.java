package dev.mayfly.local.demo.story;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Tells the steps as they happen, or all of them as one JSON object at the end. Remembers whether each of them held. */
public final class Storyteller {
    private final PrintStream out;
    private final boolean json;
    private final List<Map<String, Object>> steps = new ArrayList<>();
    private boolean ok = true;

    /** Tells on {@code out}, as it happens or, as JSON, when it ends. */
    public Storyteller(PrintStream out, boolean json) {
        this.out = out;
        this.json = json;
    }

    /** What happens in a step; throws when something does not hold. */
    public interface Scene {
        void play(Evidence evidence) throws Exception;
    }

    /** Plays a step, unless one before it failed. */
    public void step(String name, String title, Scene scene) {
        if (!ok) {
            return;
        }
        if (!json) {
            out.printf("%2d  %s … ", steps.size() + 1, title);
            out.flush();
        }
        Evidence evidence = new Evidence();
        long start = System.nanoTime();
        String failure = play(scene, evidence);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        ok = failure == null;
        if (!ok) {
            evidence.note("error", failure);
        }
        remember(name, millis, evidence);
    }

    /** Ends the story; true when every step held. */
    public boolean end() {
        if (json) {
            Map<String, Object> story = new LinkedHashMap<>();
            story.put("ok", ok);
            story.put("steps", steps);
            out.println(toJson(story));
        } else {
            out.println(ok ? "Every step held." : "The story ends here: a step did not hold.");
        }
        return ok;
    }

    private static String play(Scene scene, Evidence evidence) {
        try {
            scene.play(evidence);
            return null;
        } catch (Exception failed) {
            return failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
        }
    }

    private void remember(String name, long millis, Evidence evidence) {
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("name", name);
        step.put("ok", ok);
        step.put("ms", millis);
        step.putAll(evidence.all());
        steps.add(step);
        if (!json) {
            out.printf("%s, %,d ms%n", ok ? "ok" : "FAILED", millis);
            evidence.all().forEach((what, value) -> out.printf("      %s: %s%n", what, value));
        }
    }

    private static String toJson(Map<String, Object> story) {
        try {
            return new ObjectMapper().writeValueAsString(story);
        } catch (IOException impossible) {
            throw new IllegalStateException("texts, numbers and lists are always writable", impossible);
        }
    }
}
