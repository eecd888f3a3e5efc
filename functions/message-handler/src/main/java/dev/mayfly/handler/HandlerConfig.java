package dev.mayfly.handler;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * All settings of a message handler. None of them is a secret: the secrets lie where settings say, in files that only this
 * process can read or, on Lambda, in SecureStrings of Parameter Store. Which tokens of apps are taken is set by
 * {@code mp.jwt.verify.*}; their audience must be this handler's own, never the coordinator's.
 */
@ConfigMapping(prefix = "mayfly.handler")
interface HandlerConfig {
    /** The network file, JSON: everything this handler has to trust. */
    Path networkFile();

    /** The owner's name and keys, as {@code mayfly keys} writes them. */
    Optional<Path> keyringFile();

    /** On Lambda instead of the file: the parameter that holds the file's content in base64. */
    Optional<String> keyringParameter();

    /**
     * The owner's pins of contacts, as {@code mayfly contact} keeps them. Without it keys of contacts are remembered while the
     * handler runs, so that every start is a first use again.
     */
    Optional<Path> pinFile();

    /**
     * On Lambda instead of the file: the parameter that holds the file's content. What is pinned later is remembered by one
     * instance of the function, as long as it lasts.
     */
    Optional<String> pinParameter();

    /** Where to put what proves that a node lied; made when it is needed. */
    Path evidenceFolder();

    /**
     * A token that names the owner to the coordinator, one line. It is read again for every call, so that whoever gets tokens
     * from the issuer can put a new one in its place; replace the file, do not write into it.
     */
    Optional<Path> coordinatorTokenFile();

    /** On Lambda instead of the file: the parameter that holds the line. It, too, is read again for every call. */
    Optional<String> coordinatorTokenParameter();

    /** How long to wait for coordinator and nodes. */
    Calls calls();

    /** How long whole operations may take, whatever the calls they are made of do. */
    Budgets budgets();

    /** Single calls. */
    interface Calls {
        /** For a connection, 100 ms to 1 min. */
        @WithDefault("2s")
        Duration connect();

        /** For a whole answer, 100 ms to 1 min. */
        @WithDefault("5s")
        Duration attempt();

        /** How often a call is tried, 1 to 10. */
        @WithDefault("3")
        int attempts();
    }

    /** Whole operations. */
    interface Budgets {
        /** From asking for a container until it is active, 1 s to 119 s: then the coordinator gives it up. */
        @WithDefault("90s")
        Duration opening();

        /** A receipt or a revocation, and the nodes' erasures, 1 s to 10 min. */
        @WithDefault("45s")
        Duration ending();

        /** Anything else, 1 s to 10 min. */
        @WithDefault("30s")
        Duration exchange();
    }

    /** The owner's apps: a token is let in when its {@code sub} is one of these. */
    Set<String> apps();
}
