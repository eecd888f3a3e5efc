package dev.mayfly.domain;

import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.domain.identity.PartyCommitment;
import dev.mayfly.domain.identity.PublicKeys;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.identity.Salts;
import dev.mayfly.domain.identity.UserId;

/** A user with both keys, and the salts that a container's opener drew for it. */
public record TestUser(UserId id, SigningPrivateKey signing, HpkePrivateKey encryption, Salts salts) {

    public static TestUser named(String name) {
        return new TestUser(
                new UserId("https://issuer.test", name),
                SigningPrivateKey.generate(TestNetwork.RANDOM),
                HpkePrivateKey.generate(TestNetwork.RANDOM),
                Salts.random(TestNetwork.RANDOM));
    }

    public PublicKeys keys() {
        return new PublicKeys(signing.publicKey(), encryption.publicKey());
    }

    public PartyCommitment as(Role role) {
        return PartyCommitment.of(role, id, keys(), salts);
    }
}
