package dev.mayfly.local.network;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.registry.NodeRecord;
import dev.mayfly.domain.registry.Registry;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a network keeps what outlives its processes: keys, network file, registry, logs, and the database's data. Only this
 * user can read it. A network that finds these files goes on as what they say it is, with the URLs it had.
 */
final class NetworkFolder implements AutoCloseable {
    private final Path path;
    private final Optional<FileChannel> lock;

    private NetworkFolder(Path path, Optional<FileChannel> lock) {
        this.path = path;
        this.lock = lock;
    }

    /** An empty folder, which closing deletes. Its database stays in memory. */
    static NetworkFolder temporary() throws IOException {
        return new NetworkFolder(Files.createTempDirectory("mayfly-"), Optional.empty());
    }

    /**
     * A folder that stays, made when it is missing.
     *
     * @throws IllegalStateException when a running network uses it
     */
    static NetworkFolder kept(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        if (!Files.isDirectory(path)) {
            Files.createDirectory(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        FileChannel lock = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locks(lock)) {
            lock.close();
            throw new IllegalStateException("another network is running in " + path);
        }
        return new NetworkFolder(path.toAbsolutePath(), Optional.of(lock));
    }

    private static boolean locks(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException byThisProcess) {
            return false;
        }
    }

    /** A file or folder in it. */
    Path resolve(String name) {
        return path.resolve(name);
    }

    /** A folder in it, made when it is missing. */
    Path folder(String name) throws IOException {
        return Files.createDirectories(path.resolve(name));
    }

    /** Where the database keeps its data; null when it keeps it in memory. */
    Path data() {
        return lock.isPresent() ? path.resolve("data") : null;
    }

    /** Where the network file is, for the functions. */
    Path networkFile() {
        return path.resolve("network.json");
    }

    /** What the network file says, if this network was described before. */
    Optional<Network> network() throws IOException {
        if (!Files.exists(networkFile())) {
            return Optional.empty();
        }
        try {
            return Optional.of(Network.parse(Files.readAllBytes(networkFile())));
        } catch (RejectedException broken) {
            throw new IOException(networkFile() + ": " + broken.getMessage());
        }
    }

    /** Describes this network for good. */
    void keep(Network network) throws IOException {
        Files.write(networkFile(), network.toJson());
    }

    /** The admin's statement of the registry, if there is one. */
    Optional<String> registry() throws IOException {
        Path file = path.resolve("registry.jws");
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    /** The nodes of that registry; none when there is none. */
    List<NodeRecord> nodes(Network network) throws IOException {
        Optional<String> statement = registry();
        try {
            return statement.isEmpty()
                    ? List.of()
                    : Registry.verify(statement.get(), network).nodes();
        } catch (RejectedException broken) {
            throw new IOException(path.resolve("registry.jws") + ": " + broken.getMessage());
        }
    }

    /** Keeps the admin's statement of the registry. */
    void keepRegistry(String statement) throws IOException {
        Files.writeString(path.resolve("registry.jws"), statement);
    }

    /** Deletes a temporary folder, and lets others use one that stays. */
    @Override
    public void close() throws IOException {
        if (lock.isPresent()) {
            lock.get().close();
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
