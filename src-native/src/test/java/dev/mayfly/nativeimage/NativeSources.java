package dev.mayfly.nativeimage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** What Quarkus leaves in a function's {@code target/native-sources}: jars with metadata, and arguments. */
final class NativeSources implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String METADATA = "META-INF/native-image/";

    private final Path folder;
    private final List<Path> jars;
    private final URLClassLoader classes;

    private NativeSources(Path folder, List<Path> jars) throws MalformedURLException {
        this.folder = folder;
        this.jars = jars;
        URL[] urls = new URL[jars.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = jars.get(i).toUri().toURL();
        }
        this.classes = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    /** Those of a module under {@code functions/}; a test is skipped where there are none. */
    static NativeSources of(String module) throws IOException {
        Path folder = Path.of(System.getProperty("basedir", ""), "../functions", module, "target/native-sources");
        Assumptions.assumeTrue(Files.isDirectory(folder), "no native sources of " + module + ": see README.md");
        try (Stream<Path> files = Files.walk(folder)) {
            return new NativeSources(
                    folder,
                    files.filter(file -> file.toString().endsWith(".jar"))
                            .sorted()
                            .toList());
        }
    }

    String arguments() throws IOException {
        return Files.readString(folder.resolve("native-image.args"));
    }

    /** Arguments that libraries and modules of ours bring along. */
    List<String> broughtArguments() throws IOException {
        List<String> arguments = new ArrayList<>();
        eachMetadata(name -> name.endsWith("/native-image.properties"), in -> {
            Properties properties = new Properties();
            properties.load(in);
            arguments.addAll(List.of(properties.getProperty("Args", "").split("\\s+")));
        });
        return arguments;
    }

    /** Types of which constructors, methods and fields can be reached by reflection. */
    Set<String> reflective() throws IOException {
        Set<String> types = new TreeSet<>();
        eachMetadata(name -> name.endsWith("reflect-config.json"), in -> add(JSON.readTree(in), "name", types));
        eachMetadata(
                name -> name.endsWith("reachability-metadata.json"),
                in -> add(JSON.readTree(in).path("reflection"), "type", types));
        return types;
    }

    /** Our own classes in it, Quarkus's makings for them left out. */
    List<Class<?>> ownClasses() throws IOException, ClassNotFoundException {
        List<Class<?>> own = new ArrayList<>();
        for (Path jar : jars) {
            for (String name : entries(jar)) {
                if (name.startsWith("dev/mayfly/") && name.endsWith(".class") && !name.contains("package-info")) {
                    own.add(load(name.replace('/', '.').substring(0, name.length() - ".class".length())));
                }
            }
        }
        return own;
    }

    Class<?> load(String name) throws ClassNotFoundException {
        return Class.forName(name, false, classes);
    }

    boolean hasLibrary(String part) {
        return jars.stream().anyMatch(jar -> jar.getFileName().toString().contains(part));
    }

    /** The jars of ours, and all of them as a class path. */
    List<String> ownJars() {
        return jars.stream()
                .filter(jar -> jar.getFileName().toString().contains("mayfly"))
                .map(Path::toString)
                .toList();
    }

    String classPath() {
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    @Override
    public void close() throws IOException {
        classes.close();
    }

    private static void add(JsonNode list, String nameOfType, Set<String> types) {
        for (JsonNode entry : list) {
            if (entry.path("allDeclaredConstructors").asBoolean()
                    && entry.path("allDeclaredMethods").asBoolean()
                    && entry.path("allDeclaredFields").asBoolean()) {
                types.add(entry.path(nameOfType).asText());
            }
        }
    }

    private void eachMetadata(Predicate<String> wanted, Reader reader) throws IOException {
        for (Path jar : jars) {
            try (JarFile file = new JarFile(jar.toFile())) {
                for (String name : entries(jar)) {
                    if (name.startsWith(METADATA) && wanted.test(name)) {
                        try (InputStream in = file.getInputStream(file.getEntry(name))) {
                            reader.read(in);
                        }
                    }
                }
            }
        }
    }

    private static List<String> entries(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().map(JarEntry::getName).toList();
        }
    }

    private interface Reader {
        void read(InputStream in) throws IOException;
    }
}
