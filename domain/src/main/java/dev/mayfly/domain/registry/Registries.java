package dev.mayfly.domain.registry;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;

/** The registry's versions, verified again whenever they are read: a table is not trusted with who the nodes are. */
public class Registries {
    private final Network network;
    private final PublishedRegistries published;

    /** The versions that were published in this network. */
    public Registries(Network network, PublishedRegistries published) {
        this.network = network;
        this.published = published;
    }

    /** The newest version's statement, or the refusal that there is none yet. */
    public String newestStatement() {
        return published
                .newest()
                .orElseThrow(() -> Refusal.of(ErrorCode.NOT_ENOUGH_NODES, "No registry has been published yet."));
    }

    /** The newest version. */
    public Registry newest() {
        return verified(newestStatement());
    }

    /** The statement of a version that a container was drawn from. */
    public String statement(long version) {
        return published
                .find(version)
                .orElseThrow(() -> new IllegalStateException("registry version " + version + " is gone"));
    }

    /** A version that a container was drawn from. */
    public Registry version(long version) {
        return verified(statement(version));
    }

    private Registry verified(String statement) {
        try {
            return Registry.verify(statement, network);
        } catch (RejectedException altered) {
            throw new IllegalStateException("the stored registry does not verify", altered);
        }
    }
}
