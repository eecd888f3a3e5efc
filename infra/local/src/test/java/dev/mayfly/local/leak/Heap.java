package dev.mayfly.local.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Everything that a process can still reach, to search. */
public final class Heap {
    private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    private static final int LONG_ENOUGH = 12;

    private final String content;

    private Heap(String content) {
        this.content = content;
    }

    /** The heap of a process, with its garbage collected; the file in this folder goes again. */
    public static Heap of(long pid, Path folder) throws Exception {
        Path dump = folder.resolve(pid + ".hprof");
        Process jcmd = new ProcessBuilder(JCMD.toString(), String.valueOf(pid), "GC.heap_dump", dump.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(jcmd.waitFor()).as(said).isZero();
        byte[] bytes = Files.readAllBytes(dump);
        Files.delete(dump);
        return new Heap(latin1(bytes));
    }

    /** Whether it has these bytes as they are. */
    public boolean holds(byte[] wanted) {
        assertThat(wanted.length).as("fewer bytes are found by chance").isGreaterThanOrEqualTo(LONG_ENOUGH);
        return content.contains(latin1(wanted));
    }

    /** One character per byte. */
    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
