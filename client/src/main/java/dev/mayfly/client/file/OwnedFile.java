package dev.mayfly.client.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** A file that only its owner can read and write. It is there as a whole, old or new, whenever the power is cut. */
final class OwnedFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final FileAttribute<Set<PosixFilePermission>> CREATED_SO =
            PosixFilePermissions.asFileAttribute(OWNER_ONLY);

    private OwnedFile() {}

    /**
     * Reads a file of at most {@code longest} bytes. What it holds is the caller's to wipe.
     *
     * @throws IOException when it cannot be read, is longer, or can be read or changed by anybody else
     */
    static byte[] read(Path file, int longest) throws IOException {
        Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        others.remove(PosixFilePermission.OWNER_READ);
        others.remove(PosixFilePermission.OWNER_WRITE);
        if (!others.isEmpty()) {
            throw new IOException(file + " must be its owner's alone: chmod 600");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(longest + 1);
            if (content.length > longest) {
                throw new IOException(file + " is longer than " + longest + " bytes");
            }
            return content;
        }
    }

    /**
     * Writes a new file. The content stays the caller's to wipe.
     *
     * @throws IOException when it is there already or cannot be written
     */
    static void create(Path file, byte[] content) throws IOException {
        write(file, content, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /** Writes a file in the place of the one that is there, if one is. The content stays the caller's to wipe. */
    static void replace(Path file, byte[] content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path next = Files.createTempFile(folder, "." + file.getFileName(), ".new", CREATED_SO);
        try {
            write(next, content, EnumSet.of(StandardOpenOption.WRITE));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private static void write(Path file, byte[] content, Set<StandardOpenOption> how) throws IOException {
        try (FileChannel out = FileChannel.open(file, how, CREATED_SO)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
    }
}
