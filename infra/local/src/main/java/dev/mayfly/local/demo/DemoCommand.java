package dev.mayfly.local.demo;

import dev.mayfly.client.key.Frame;
import dev.mayfly.local.demo.story.Storyteller;
import dev.mayfly.local.demo.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mayfly demo}: one message's whole life on a local network. */
@Command(
        name = "demo",
        description = "Tells one message's whole life on a network of this machine's own; leaves nothing running.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    private static final String SAMPLE = "Dear Bob, the door code is 4711 until this letter is gone. Yours, Alice\n";

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "What to send, up to 256 KiB; a letter by default.")
    private Path file;

    @Option(names = "--json", description = "One JSON object on standard output instead of the story.")
    private boolean json;

    @Override
    public Integer call() {
        byte[] content = content();
        Storyteller story = new Storyteller(System.out, json);
        Path root = Path.of(System.getProperty("mayfly.root", ""));
        try (World world = new World(root.toAbsolutePath(), content)) {
            Thread interrupted = new Thread(world::close, "demo interrupted");
            Runtime.getRuntime().addShutdownHook(interrupted);
            new Demo(world).play(story);
        }
        return story.end() ? 0 : 1;
    }

    private byte[] content() {
        if (file == null) {
            return SAMPLE.getBytes(StandardCharsets.UTF_8);
        }
        try {
            if (Files.size(file) > Frame.MAX_CONTENT) {
                throw new ParameterException(spec.commandLine(), file + " is longer than 256 KiB");
            }
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new ParameterException(spec.commandLine(), file + " cannot be read");
        }
    }
}
