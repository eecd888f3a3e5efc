package dev.mayfly.templates.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mayfly.templates.Template;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Assumptions;

/**
 * A function of a template, unpacked as Lambda unpacks it.
 *
 * @param task where it lies, {@code /var/task} on Lambda
 * @param handler what the runtime calls
 * @param environment as the template sets it, with its parameters filled in
 */
record PackagedFunction(Path task, String handler, Map<String, String> environment) {
    /**
     * Unpacks a function.
     *
     * @param parameters values of the template's parameters, and of variables that are another thing here
     */
    static PackagedFunction of(Template template, String function, Map<String, String> parameters, Path folder)
            throws IOException {
        JsonNode properties = template.properties(function);
        Path zip = Path.of(System.getProperty("basedir", ""))
                .resolve(properties.get("CodeUri").asText());
        Assumptions.assumeTrue(Files.exists(zip), "not packaged: run mvn package -Dlambda");
        Path task = folder.resolve(function);
        if (!Files.exists(task)) {
            unzip(zip, task);
        }
        JsonNode globals = template.document().at("/Globals/Function");
        Map<String, String> environment = new TreeMap<>();
        for (JsonNode variables :
                new JsonNode[] {globals.at("/Environment/Variables"), properties.at("/Environment/Variables")}) {
            variables
                    .properties()
                    .forEach(variable -> environment.put(
                            variable.getKey(), filled(variable.getValue().asText(), parameters)));
        }
        parameters.forEach(environment::replace);
        return new PackagedFunction(task, properties.get("Handler").asText(), environment);
    }

    /** The native program in it, which Lambda's runtime for such ones starts; empty where the function is for Java. */
    Optional<Path> bootstrap() {
        return Optional.of(task.resolve("bootstrap")).filter(Files::exists);
    }

    private static String filled(String value, Map<String, String> parameters) {
        String filled = parameters.getOrDefault(value, value);
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            filled = filled.replace("${" + parameter.getKey() + "}", parameter.getValue());
        }
        return filled;
    }

    private static void unzip(Path zip, Path folder) throws IOException {
        try (InputStream in = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(in)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (entry.isDirectory() || !target.startsWith(folder)) {
                    continue;
                }
                Files.createDirectories(target.getParent());
                Files.copy(entries, target);
                // A zip of Java's keeps no modes.
                target.toFile().setExecutable(entry.getName().equals("bootstrap"));
            }
        }
    }
}
