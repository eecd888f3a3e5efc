package dev.mayfly.node.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.share.HeldShare;
import dev.mayfly.domain.share.ShareStore;
import dev.mayfly.node.identity.NodeIdentity;
import dev.mayfly.node.meter.NodeMeters;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A run during which the database fails once. */
@QuarkusTest
class EraseExpiredFaultTest {
    @Inject
    Network network;

    @Inject
    NodeIdentity identity;

    @Inject
    ShareStore shares;

    @Inject
    EpochKeys epochKeys;

    @Inject
    NodeMeters meters;

    @Inject
    Clock clock;

    private final SecureRandom random = new SecureRandom();

    @Test
    void run_erasesTheOthersWhenOneFailsAndThatOneNextTime() {
        eraseExpired(shares).run();
        List<HeldShare> due = List.of(hold(), hold(), hold());
        Bytes failing = due.get(1).containerId();

        EraseExpired.Run first = eraseExpired(failingFor(failing)).run();
        assertThat(first.shares()).isEqualTo(2);
        assertThat(first.failures()).isEqualTo(1);
        assertThat(isHeld(failing)).isTrue();

        assertThat(eraseExpired(shares).run().shares()).isEqualTo(1);
        assertThat(isHeld(failing)).isFalse();
    }

    private HeldShare hold() {
        return shares.holdIfFirst(new HeldShare(
                Bytes.random(random, 32),
                1,
                SigningPrivateKey.generate(random).publicKey(),
                Bytes.random(random, 32),
                clock.instant().getEpochSecond(),
                clock.instant().getEpochSecond(),
                "a.holding.statement",
                Bytes.random(random, 32),
                Optional.of(Bytes.random(random, 200)),
                Optional.empty()));
    }

    private boolean isHeld(Bytes containerId) {
        return shares.find(containerId).flatMap(HeldShare::sealed).isPresent();
    }

    private EraseExpired eraseExpired(ShareStore store) {
        EraseShare eraseShare = new EraseShare(network, identity, store, meters, clock, random);
        return new EraseExpired(store, eraseShare, epochKeys, meters, clock);
    }

    /** The real table, but for one container it cannot be written. */
    private ShareStore failingFor(Bytes containerId) {
        return new ShareStore() {
            @Override
            public HeldShare holdIfFirst(HeldShare share) {
                return shares.holdIfFirst(share);
            }

            @Override
            public Optional<HeldShare> find(Bytes id) {
                return shares.find(id);
            }

            @Override
            public Optional<HeldShare> eraseIfHeld(Bytes id, String erasure) {
                if (id.equals(containerId)) {
                    throw new IllegalStateException("the table is not to be had");
                }
                return shares.eraseIfHeld(id, erasure);
            }

            @Override
            public List<HeldShare> due(long now, int limit) {
                return shares.due(now, limit);
            }
        };
    }
}
