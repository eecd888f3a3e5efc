package dev.mayfly.coordinator;

import dev.mayfly.coordinator.directory.CancelReset;
import dev.mayfly.coordinator.directory.LookUpKeys;
import dev.mayfly.coordinator.directory.PublishRegistry;
import dev.mayfly.coordinator.directory.RegisterKeys;
import dev.mayfly.coordinator.directory.ResetKeys;
import dev.mayfly.coordinator.directory.RotateKeys;
import dev.mayfly.domain.registry.Registries;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.edge.Reply;
import io.quarkus.funqy.Funq;
import io.quarkus.security.Authenticated;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Functions about who takes part: users' keys and the registry of nodes. */
@ApplicationScoped
public class DirectoryFunctions {
    private static final Duration REGISTRY_MAX_AGE = Duration.ofSeconds(5);

    private final TokenUser user;
    private final RegisterKeys registerKeys;
    private final RotateKeys rotateKeys;
    private final ResetKeys resetKeys;
    private final CancelReset cancelReset;
    private final LookUpKeys lookUpKeys;
    private final Registries registries;
    private final PublishRegistry publishRegistry;
    private final Reply reply;

    DirectoryFunctions(
            TokenUser user,
            RegisterKeys registerKeys,
            RotateKeys rotateKeys,
            ResetKeys resetKeys,
            CancelReset cancelReset,
            LookUpKeys lookUpKeys,
            Registries registries,
            PublishRegistry publishRegistry,
            Reply reply) {
        this.user = user;
        this.registerKeys = registerKeys;
        this.rotateKeys = rotateKeys;
        this.resetKeys = resetKeys;
        this.cancelReset = cancelReset;
        this.lookUpKeys = lookUpKeys;
        this.registries = registries;
        this.publishRegistry = publishRegistry;
        this.reply = reply;
    }

    /** Registers the caller's first keys. */
    @Funq("v1/register-keys")
    @Authenticated
    public CoordinatorApi.RegisteredKeys registerKeys(CoordinatorApi.RegisterKeys request) {
        return registerKeys.register(user.get(), request);
    }

    /** Puts new keys in the place of the caller's old ones, which agree. */
    @Funq("v1/rotate-keys")
    @Authenticated
    public CoordinatorApi.RegisteredKeys rotateKeys(CoordinatorApi.RotateKeys request) {
        return rotateKeys.rotate(user.get(), request);
    }

    /** Takes the wish of a caller without its old keys for new ones. */
    @Funq("v1/reset-keys")
    @Authenticated
    public CoordinatorApi.RegisteredKeys resetKeys(CoordinatorApi.RegisterKeys request) {
        return resetKeys.reset(user.get(), request);
    }

    /** Cancels a reset that waits. */
    @Funq("v1/cancel-reset")
    @Authenticated
    public CoordinatorApi.RegisteredKeys cancelReset(CoordinatorApi.Ask request) {
        return cancelReset.cancel(user.get(), request);
    }

    /** Tells another user's keys. */
    @Funq("v1/lookup")
    @Authenticated
    public CoordinatorApi.RegisteredKeys lookup(CoordinatorApi.Ask request) {
        return lookUpKeys.lookUp(user.get(), request);
    }

    /** The newest registry; public, by GET. */
    @Funq("v1/registry")
    public CoordinatorApi.SignedRegistry registry() {
        CoordinatorApi.SignedRegistry newest = new CoordinatorApi.SignedRegistry(registries.newestStatement());
        reply.cacheable(REGISTRY_MAX_AGE);
        return newest;
    }

    /** Puts the admin's next registry into force; the admin's signature is all it takes. */
    @Funq("v1/publish-registry")
    public CoordinatorApi.SignedRegistry publishRegistry(CoordinatorApi.SignedRegistry request) {
        return publishRegistry.publish(request.registry());
    }
}
