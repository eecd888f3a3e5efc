package dev.mayfly.local.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The repository's own files, as the tests of this package read them. */
public final class Repository {

    public static final Path ROOT =
            Path.of(System.getProperty("mayfly.root", "../..")).toAbsolutePath().normalize();

    private static final Set<String> NOT_OURS = Set.of("target", ".git");

    private Repository() {}

    /** The text of a file, by its path from the root. */
    public static String text(String path) {
        return text(ROOT.resolve(path));
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every file whose path from the root matches a regular expression, generated ones left out. */
    public static List<Path> files(String pattern) {
        List<Path> found = new ArrayList<>();
        Pattern wanted = Pattern.compile(pattern);
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean ours = !NOT_OURS.contains(folder.getFileName().toString());
                    return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (wanted.matcher(ROOT.relativize(file).toString()).matches()) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }

    /** The first group of every match in a text. */
    public static Set<String> all(String pattern, String text) {
        return new TreeSet<>(Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList());
    }

    /** The first group of every match in any of these files. */
    public static Set<String> all(String pattern, List<Path> files) {
        Set<String> found = new TreeSet<>();
        files.forEach(file -> found.addAll(all(pattern, text(file))));
        return found;
    }

    /** The part of a page from a heading to the next one of the same or a higher level. */
    public static String section(String page, String heading) {
        String level = heading.substring(0, heading.indexOf(' '));
        return firstGroup(
                "(?s)(?:^|\n)(\\Q" + heading + "\\E\n.*?)(?=\n#{1," + level.length() + "} |\\z)", text(page), heading);
    }

    /** The content of the first fenced block of a language. */
    public static String block(String language, String text) {
        return firstGroup("(?s)```" + language + "\n(.*?)```", text, "a block of " + language);
    }

    private static String firstGroup(String pattern, String text, String what) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .map((MatchResult match) -> match.group(1))
                .orElseThrow(() -> new AssertionError("not in the documentation: " + what));
    }
}
