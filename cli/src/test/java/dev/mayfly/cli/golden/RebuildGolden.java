package dev.mayfly.cli.golden;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes {@code docs/vectors/mayfly-v1.json}. A format that is meant to stay never needs it; {@code docs/conformance.md} has
 * the command.
 */
final class RebuildGolden {
    static final Path FILE = Path.of(System.getProperty("basedir", "")).resolve("../docs/vectors/mayfly-v1.json");

    private RebuildGolden() {}

    /** Writes the file when the system property {@code mayfly.rebuild} is set. */
    static void ifAsked() throws IOException {
        if (Boolean.getBoolean("mayfly.rebuild")) {
            Files.writeString(FILE, text());
        }
    }

    /** What the file says. */
    static String text() throws IOException {
        Answers answers = new Answers();
        GroundAnswers.add(answers);
        LifeAnswers.add(answers);
        StatementAnswers.add(answers);
        EvidenceAnswers.add(answers);
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("format", Golden.FORMAT);
        root.put(
                "note",
                "Known answers of the Mayfly protocol, version 1 (docs/protocol.md). Bytes are hexadecimal, statements and "
                        + "messages compact. Where result is missing it is valid. All keys are public: use them nowhere.");
        root.set("tests", answers.tests());
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        return new ObjectMapper().writer(printer).writeValueAsString(root) + "\n";
    }
}
