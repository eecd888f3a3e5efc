package dev.mayfly.local.up;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mayfly.local.network.LocalHandler;
import dev.mayfly.local.network.LocalNetwork;
import dev.mayfly.local.network.LocalNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What there is once a network is up: for people, for machines, and for the shell. */
final class Welcome {
    private final Path root;
    private final Path folder;
    private final LocalNetwork network;
    private final List<LocalHandler> handlers;

    Welcome(Path root, Path folder, LocalNetwork network, List<LocalHandler> handlers) {
        this.root = root;
        this.folder = folder;
        this.network = network;
        this.handlers = handlers;
    }

    /** The file that sets the variables of the lines to paste. */
    private Path variables() {
        return folder.resolve("env");
    }

    /** Leaves the variables of the lines to paste in the folder. */
    void keepVariables() throws IOException {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("ISSUER", network.issuer().issuer());
        variables.put("COORDINATOR", network.network().coordinator().toString());
        variables.put("AUDIT", network.audit().toString());
        for (LocalHandler handler : handlers) {
            String owner = handler.owner().subject().toUpperCase(Locale.ROOT);
            variables.put(owner, handler.url().toString());
            variables.put(owner + "_TOKEN", handler.appTokenFile().toString());
        }
        variables.put("FILE", root.resolve("README.md").toString());
        String script = variables.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + quoted(variable.getValue()) + "\n")
                .collect(Collectors.joining());
        Files.writeString(variables(), script);
    }

    /** For people. */
    String text() throws IOException {
        StringBuilder text = new StringBuilder();
        text.append("The network is up, until Ctrl-C. What it keeps is in ")
                .append(folder)
                .append(".\n\n");
        line(text, "coordinator", network.network().coordinator());
        line(text, "audit", network.audit());
        for (LocalHandler handler : handlers) {
            line(text, handler.owner().subject() + "'s handler", handler.url());
            line(text, "  token of the app", handler.appTokenFile());
        }
        line(
                text,
                "nodes",
                network.nodes().stream()
                        .map(LocalNode::url)
                        .map(URI::getPort)
                        .map(String::valueOf)
                        .collect(Collectors.joining(", ", "ports ", "")));
        text.append("\nTo paste in another terminal, after this line:\n\n. ")
                .append(quoted(variables().toString()))
                .append("\n\n")
                .append(lines());
        return text.toString();
    }

    private static void line(StringBuilder text, String what, Object where) {
        text.append("  %-20s %s%n".formatted(what, where));
    }

    /** For machines. */
    String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("folder", folder.toString());
        all.put("variables", variables().toString());
        all.put("networkFile", network.networkFile().toString());
        all.put("issuer", network.issuer().issuer());
        all.put("coordinator", network.network().coordinator().toString());
        all.put("audit", network.audit().toString());
        all.put(
                "nodes",
                network.nodes().stream()
                        .collect(Collectors.toMap(LocalNode::id, LocalNode::url, (a, b) -> a, LinkedHashMap::new)));
        all.put("handlers", handlers.stream().map(Welcome::handler).toList());
        try {
            return new ObjectMapper().writeValueAsString(all);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts are always writable", impossible);
        }
    }

    private static Map<String, Object> handler(LocalHandler handler) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("owner", handler.owner().subject());
        one.put("url", handler.url().toString());
        one.put("tokenFile", handler.appTokenFile().toString());
        one.put("token", handler.appToken());
        return one;
    }

    private static String lines() throws IOException {
        try (InputStream lines = Welcome.class.getResourceAsStream("lines.sh")) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
