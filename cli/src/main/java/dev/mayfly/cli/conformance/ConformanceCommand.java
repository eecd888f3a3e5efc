package dev.mayfly.cli.conformance;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code mayfly conformance PATH…}: a line for each file on standard output, each failure on standard error, and the sum
 * alone on the last line.
 */
@Command(
        name = "conformance",
        description = "Runs test vectors against the primitives and formats shipped here; exits 1 on any failure.",
        mixinStandardHelpOptions = true)
public final class ConformanceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files of vectors, or folders of .json files.")
    private List<Path> paths;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Tally total = new Tally();
        for (Path path : paths) {
            for (Path file : VectorFile.at(path)) {
                Tally tally = VectorFile.judge(file, (vector, why) -> report(file, vector, why));
                out.println(file + ": " + tally.sumWithNames());
                total.add(tally);
            }
        }
        out.println(total.sum());
        out.flush();
        return total.failed() == 0 ? 0 : 1;
    }

    private void report(Path file, String vector, String why) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(file + ": " + vector + ": " + why);
        err.flush();
    }
}
