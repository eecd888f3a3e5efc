package dev.mayfly.coordinator.container;

import dev.mayfly.coordinator.directory.Callers;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.crypto.jose.StatementType;
import dev.mayfly.domain.container.ContainerClaims;
import dev.mayfly.domain.container.ContainerStore;
import dev.mayfly.domain.container.StoredContainer;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.identity.Salts;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.domain.wire.Refusal;
import jakarta.inject.Singleton;

/**
 * Recognises a party of a container by the opening it brings, and by the key that the container commits to: whatever became of
 * the party's keys in the directory since, a container's parties stay who they are.
 */
@Singleton
public class Parties {
    private final Callers callers;
    private final ContainerStore containers;

    Parties(Callers callers, ContainerStore containers) {
        this.callers = callers;
        this.containers = containers;
    }

    /**
     * A caller that is a party.
     *
     * @param statement what it states
     * @param role its place
     * @param container what is kept
     */
    public record Party<T>(Statement<T> statement, Role role, StoredContainer container) {
        /** Whether this party opened the container. */
        public boolean isOpener() {
            return container.fields().opener() == role;
        }
    }

    /** The party that a caller is by its token, its statement and its opening; strangers learn nothing but no. */
    public <T extends ContainerClaims> Party<T> recognise(
            UserId user, StatementType<T> type, String compact, CoordinatorApi.Opening opening) {
        Callers.Registered caller = callers.registered(user, "/statement");
        Statement<T> statement = callers.signedEver(caller, type, compact);
        Role role = role(opening.role(), "/party/role");
        Salts salts = salts(opening, "/party");
        StoredContainer container = containers
                .find(statement.claims().containerId())
                .filter(stored -> caller.keysWith(statement.signer())
                        .anyMatch(keys -> stored.fields().party(role).opensTo(role, user, keys, salts)))
                .orElseThrow(() -> Refusal.of(ErrorCode.CONTAINER_UNKNOWN, "No such container for this caller."));
        return new Party<>(statement, role, container);
    }

    static Role role(String label, String field) {
        try {
            return Role.of(label);
        } catch (RejectedException rejected) {
            throw Refusal.of(rejected, field);
        }
    }

    static Salts salts(CoordinatorApi.Opening opening, String field) {
        try {
            return Salts.of(opening.idSalt(), opening.keySalt());
        } catch (RejectedException rejected) {
            throw Refusal.of(rejected, field);
        }
    }
}
