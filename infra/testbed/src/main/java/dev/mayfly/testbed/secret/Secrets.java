package dev.mayfly.testbed.secret;

import dev.mayfly.client.container.ActiveContainer;
import dev.mayfly.client.entropy.CollectShares;
import dev.mayfly.client.evidence.KeepEvidence;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.encoding.Encoder;
import dev.mayfly.crypto.kdf.Hkdf;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.crypto.vss.Opening;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.network.Network;
import dev.mayfly.transport.HttpJson;
import dev.mayfly.transport.NodeClient;
import dev.mayfly.transport.Timeouts;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What to look for: secrets, which may be nowhere, and what tells who somebody is, which nodes and tables may not have. */
public final class Secrets {
    private final List<Secret> secrets = new ArrayList<>();
    private final List<Secret> ofRoles = new ArrayList<>();
    private final List<Secret> identities = new ArrayList<>();

    /** What may be nowhere. */
    public List<Secret> secrets() {
        return secrets;
    }

    /** What one role keeps, and no other may have. */
    public List<Secret> ofRoles() {
        return ofRoles;
    }

    /** What neither nodes nor tables may have. */
    public List<Secret> identities() {
        return identities;
    }

    /** A secret. */
    public void add(String name, byte[] bytes) {
        secrets.add(new Secret(name, bytes));
    }

    /** The same; it stays the caller's. */
    public void add(String name, SecretBytes secret) {
        add(name, secret.toByteArray());
    }

    /** A secret of a role's own; it stays the caller's. */
    public void addOfRole(String name, SecretBytes secret) {
        ofRoles.add(new Secret(name, secret.toByteArray()));
    }

    /** Both halves of one of these. */
    public void add(String name, Opening opening) {
        try (SecretBytes s = opening.s();
                SecretBytes r = opening.r()) {
            add("s of a " + name, s);
            add("r of a " + name, r);
        }
    }

    /** What tells who a user is. */
    public void add(UserId user) {
        identities.add(new Secret("subject", user.subject().getBytes(StandardCharsets.UTF_8)));
        identities.add(new Secret("issuer", user.issuer().getBytes(StandardCharsets.UTF_8)));
        identities.add(new Secret("user id", user.encoded().toByteArray()));
    }

    /**
     * What a container's parties know alone, found out from its nodes as a party does: the key with all it is derived from,
     * and the salts of their commitments.
     *
     * @param me one of the parties
     */
    public void add(ActiveContainer container, UserKeys me, Network network, Clock clock, SecureRandom random) {
        try (SecretBytes entropy = new CollectShares(
                                new NodeClient(new HttpJson(Timeouts.USUAL)),
                                new KeepEvidence(network, (evidence, proven) -> {}),
                                clock,
                                random)
                        .collect(
                                container.drawn(),
                                container.registry(),
                                container.certificate(),
                                container.invitation().accessKey());
                SecretBytes pair = me.encryption().agree(container.peer().keys().encryption());
                SecretBytes shard = Encoder.of("mayfly/v1/shard")
                        .secret(entropy)
                        .secret(pair)
                        .toSecret();
                SecretBytes prk = Hkdf.extract(container.drawn().id(), shard);
                SecretBytes dek = Hkdf.expand(prk, dekOf(container), 32);
                SecretBytes access = container.invitation().accessKey().scalar()) {
            add("E", entropy);
            add("Z", pair);
            add("PRK", prk);
            add("DEK", dek);
            add("access key", access);
        }
        for (Role role : Role.values()) {
            identities.add(new Secret(
                    "id salt", container.invitation().salts(role).id().toByteArray()));
            identities.add(new Secret(
                    "key salt", container.invitation().salts(role).keys().toByteArray()));
        }
    }

    private static Bytes dekOf(ActiveContainer container) {
        return Encoder.of("mayfly/v1/dek")
                .bytes(container.invitation().user(Role.SENDER).encoded())
                .bytes(container.invitation().user(Role.RECEIVER).encoded())
                .toBytes();
    }
}
