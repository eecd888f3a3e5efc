package dev.mayfly.cli.audit;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import picocli.CommandLine;

/** What one run of {@code mayfly audit} printed and exited with. */
record Run(int exit, String out, String err) {
    /** A run a minute after everything on a {@link TestChain} happened. */
    static Run audit(Object... arguments) {
        return auditAt(TestChain.NOW + 60, arguments);
    }

    static Run auditAt(long now, Object... arguments) {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(now), ZoneOffset.UTC);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = new CommandLine(new AuditCommand(), factory(clock))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
        return new Run(exit, out.toString(), err.toString());
    }

    private static CommandLine.IFactory factory(Clock clock) {
        return new CommandLine.IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                return type == VerifyCommand.class
                        ? type.cast(new VerifyCommand(clock))
                        : CommandLine.defaultFactory().create(type);
            }
        };
    }
}
