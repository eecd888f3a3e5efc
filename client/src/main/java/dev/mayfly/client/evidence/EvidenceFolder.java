package dev.mayfly.client.evidence;

import dev.mayfly.domain.evidence.Misbehaviour;
import dev.mayfly.domain.evidence.ReleaseEvidence;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder with a file for each container and node that lied in it, {@code evidence-<container>-<rank>.json}. The first of
 * several stays. Only a file that cannot be written is logged: whoever wants to be told of each hands a store of its own to the
 * client, and this one inside.
 */
public final class EvidenceFolder implements EvidenceStore {
    private static final System.Logger LOG = System.getLogger(EvidenceFolder.class.getName());

    private final Path folder;

    /** Keeps in a folder, which is made when there is something to keep. */
    public EvidenceFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public void keep(ReleaseEvidence evidence, Misbehaviour proven) {
        Path file = folder.resolve("evidence-%s-%d.json".formatted(proven.containerId(), proven.rank()));
        try {
            Files.createDirectories(folder);
            // Written beside and moved, so that no file is ever there in half.
            Path whole = Files.write(Files.createTempFile(folder, "evidence-", ".part"), evidence.toJson());
            moveIfFirst(whole, file);
        } catch (IOException failed) {
            LOG.log(System.Logger.Level.ERROR, "evidence against " + proven.nodeId() + " could not be kept", failed);
        }
    }

    private static void moveIfFirst(Path whole, Path file) throws IOException {
        try {
            Files.move(whole, file);
        } catch (FileAlreadyExistsException first) {
            // It proves the same of the same node.
            Files.delete(whole);
        }
    }
}
