package dev.mayfly.edge;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import io.quarkus.funqy.Funq;
import io.quarkus.security.Authenticated;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.MDC;

/** A role in small: one function for each way to answer. */
@ApplicationScoped
public class SampleFunctions {
    /** What most of them take. */
    public record Ask(String statement, Bytes salt, Opening party, List<String> holdings) {}

    /** A record within a record. */
    public record Opening(String role, long weight) {}

    /** What most of them answer. */
    public record Said(String text) {}

    /** What is wiped when it is answered. */
    public record Secret(SecretBytes content) {}

    /** A result that cannot be written: it has no properties. */
    public static final class Unwritable {}

    private final Reply reply;
    private final Query query;
    private final Clock clock;
    private final SecureRandom random;

    SampleFunctions(Reply reply, Query query, Clock clock, SecureRandom random) {
        this.reply = reply;
        this.query = query;
        this.clock = clock;
        this.random = random;
    }

    @Produces
    @Singleton
    ReadableFunctions readable() {
        return ReadableFunctions.of("v1/registry").with("v1/page", "from", "key");
    }

    @Funq("v1/echo")
    public Ask echo(Ask ask) {
        return ask;
    }

    @Funq("v1/registry")
    public Said registry() {
        reply.cacheable(Duration.ofMinutes(1));
        return new Said("newest");
    }

    @Funq("v1/page")
    public Said page() {
        reply.immutable();
        return new Said(query.integer("from", 0, 99).orElse(7) + " " + query.bytes("key", 2));
    }

    @Funq("v1/open")
    public Said open(Ask ask) {
        reply.created();
        return new Said(ask.statement());
    }

    @Funq("v1/open-in-vain")
    public Said openInVain(Ask ask) {
        reply.created();
        reply.cacheable(Duration.ofMinutes(1));
        throw Refusal.of(ErrorCode.CONTAINER_ENDED, "It ended.");
    }

    /** The last secret that was told. */
    static volatile SecretBytes told;

    @Funq("v1/tell")
    public Secret tell(Ask ask) {
        told = SecretBytes.copyOf(ask.salt().toByteArray());
        reply.wipeWhenSent(told);
        return new Secret(told);
    }

    @Funq("v1/tell-in-vain")
    public Secret tellInVain(Ask ask) {
        tell(ask);
        throw Refusal.of(ErrorCode.CONTAINER_ENDED, "It ended.");
    }

    @Funq("v1/end")
    public void end() {}

    @Funq("v1/refuse")
    public Said refuse(Ask ask) {
        throw Refusal.ofField(ErrorCode.OUT_OF_BOUNDS, "/party/weight", "Too heavy.");
    }

    @Funq("v1/refuse-later")
    public Uni<Said> refuseLater() {
        return Uni.createFrom().failure(Refusal.of(ErrorCode.DEALING_CONFLICT, "Another came first."));
    }

    @Funq("v1/busy")
    public Said busy() {
        throw Refusal.retryable(ErrorCode.BUSY, "Too many writers.", Duration.ofMillis(1_500));
    }

    @Funq("v1/reject")
    public Said reject() throws RejectedException {
        throw new RejectedException("containerId", "has the wrong size");
    }

    @Funq("v1/break")
    public Said breakDown(Ask ask) {
        throw new IllegalStateException("table secrets-of-alice is gone", new RejectedException("deep down"));
    }

    @Funq("v1/unwritable")
    public Unwritable unwritable() {
        return new Unwritable();
    }

    @Funq("v1/forbid")
    public Said forbid() {
        throw new ForbiddenException("alice may not");
    }

    @Funq("v1/who")
    @Authenticated
    public Said who() {
        return new Said("somebody");
    }

    @Funq("v1/log-key")
    public Said logKey() {
        return new Said(String.valueOf(MDC.get("requestId")));
    }

    @Funq("v1/sources")
    public Said sources() {
        return new Said(clock.getZone() + " " + random.nextInt(1, 2));
    }
}
