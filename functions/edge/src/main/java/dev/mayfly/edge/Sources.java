package dev.mayfly.edge;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** Where time and randomness come from. Each gives way to a bean of a role's or a test's own. */
@Dependent
class Sources {
    /** The clock on the wall, in UTC. */
    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Made when it is first asked for, at run time: a native image must not freeze its seed. */
    @Produces
    @Singleton
    @DefaultBean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    /** A role that names no readable function has none. */
    @Produces
    @Singleton
    @DefaultBean
    ReadableFunctions readable() {
        return ReadableFunctions.of();
    }
}
