package dev.mayfly.coordinator.container;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.container.ContainerFields;
import dev.mayfly.domain.share.End;
import dev.mayfly.domain.wire.Refusal;

/** The word to the nodes that every early end brings along, so that the sweep can pass it on when its party cannot. */
final class Ends {
    private Ends() {}

    /** Demands an {@code end} statement by the container's access key. */
    static void require(String end, ContainerFields fields) {
        try {
            End.verify(end, fields.network(), fields.id(), fields.accessKey());
        } catch (RejectedException rejected) {
            throw Refusal.of(rejected, "/end");
        }
    }
}
