package dev.mayfly.cli.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mayfly.domain.ledger.ChainHead;
import dev.mayfly.domain.wire.AuditApi;
import dev.mayfly.domain.wire.WireJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** A head on disk, in the JSON that the function {@code head} answers. */
record HeadFile(Path path) {
    private static final int DIGEST_BYTES = 32;

    /** The head, if there is a file. */
    Optional<ChainHead> read() throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        return Optional.of(parse(Files.readAllBytes(path)));
    }

    private ChainHead parse(byte[] json) throws IOException {
        AuditApi.Head head = null;
        try {
            head = WireJson.mapper().readValue(json, AuditApi.Head.class);
        } catch (JsonProcessingException notAHead) {
            // Said below, with the file that is to blame.
        }
        // A lone "null" reads as null.
        if (head == null || head.entries() < 0 || head.digest().size() != DIGEST_BYTES) {
            throw new IOException(path + " holds no head of a chain");
        }
        return new ChainHead(head.entries(), head.digest());
    }

    /** Writes a head, whole or not at all. */
    void write(ChainHead head) throws IOException {
        byte[] json = WireJson.mapper().writeValueAsBytes(new AuditApi.Head(head.entries(), head.digest()));
        replace(path, json);
    }

    /** Writes a file beside its place and moves it there, so that a crash never leaves half of it. */
    static void replace(Path path, byte[] content) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.write(fresh, content);
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
