package dev.mayfly.local.surface;

import dev.mayfly.local.fault.Behaviour;
import dev.mayfly.local.fault.Call;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Passes a node's calls on, and keeps the last request of each function that was answered. */
final class NodeRecorder implements Behaviour {
    private final Map<String, Recorder.Recorded> recorded = new ConcurrentHashMap<>();

    @Override
    public void answer(Call call) throws IOException {
        Call.Answer answer = call.pass();
        if (answer.status() == 200) {
            recorded.put(call.function(), new Recorder.Recorded("", utf8(call.body()), utf8(answer.body())));
        }
        call.reply(answer);
    }

    /** The last requests, by function. */
    Map<String, Recorder.Recorded> recorded() {
        return Map.copyOf(recorded);
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
