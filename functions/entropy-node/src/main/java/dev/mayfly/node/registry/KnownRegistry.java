package dev.mayfly.node.registry;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.network.Network;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.registry.SeenRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The newest registry this node has verified. It only ever moves to a higher version, across restarts too, because the
 * highest one is kept in {@link SeenRegistry} before it is used. Fetched when a container names another, never on a timer.
 */
@Singleton
public final class KnownRegistry {
    /** So that a container under a registry nobody ever signed does not turn into a stream of requests. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Logger LOG = Logger.getLogger(KnownRegistry.class);

    private record Known(Registry registry, Bytes digest) {}

    private final Network network;
    private final SeenRegistry seen;
    private final RegistrySource source;
    private final Clock clock;
    private volatile Known newest;
    private Instant lastAsked;

    /** Nothing is read or fetched before it is needed. */
    public KnownRegistry(Network network, SeenRegistry seen, RegistrySource source, Clock clock) {
        this.network = network;
        this.seen = seen;
        this.source = source;
        this.clock = clock;
    }

    /** The newest registry known, if this is its digest. */
    public Optional<Registry> find(Bytes digest) {
        Known known = newest;
        return known != null && known.digest.equals(digest) ? Optional.of(known.registry) : Optional.empty();
    }

    /**
     * The newest registry, if this is its digest, after looking for a newer one: at what was seen before, then, at most once
     * a second, at the source. Callers that come while another looks wait for what it finds.
     */
    public synchronized Optional<Registry> refresh(Bytes digest) {
        if (find(digest).isEmpty()) {
            seen.newest().flatMap(this::verified).ifPresent(this::adopt);
        }
        if (find(digest).isEmpty() && mayAsk()) {
            source.newest().ifPresent(this::raise);
            lastAsked = clock.instant();
        }
        return find(digest);
    }

    /** A clock that was set back must not silence the node until it has caught up. */
    private boolean mayAsk() {
        return lastAsked == null
                || Duration.between(lastAsked, clock.instant()).abs().compareTo(PAUSE) >= 0;
    }

    private void raise(String statement) {
        verified(statement).filter(this::isNewer).ifPresent(registry -> {
            seen.raise(registry.version(), statement);
            adopt(registry);
        });
    }

    private Optional<Registry> verified(String statement) {
        try {
            return Optional.of(Registry.verify(statement, network));
        } catch (RejectedException rejected) {
            LOG.warnf("A registry was refused: %s", rejected.getMessage());
            return Optional.empty();
        }
    }

    private void adopt(Registry registry) {
        if (isNewer(registry)) {
            newest = new Known(registry, registry.digest());
        }
    }

    private boolean isNewer(Registry registry) {
        return newest == null || registry.version() > newest.registry.version();
    }
}
