package dev.mayfly.coordinator.party;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.jose.StatementType;
import dev.mayfly.domain.directory.CancelResetStatement;
import dev.mayfly.domain.directory.KeyIndex;
import dev.mayfly.domain.directory.KeysStatement;
import dev.mayfly.domain.directory.LookupStatement;
import dev.mayfly.domain.directory.SuccessionStatement;
import dev.mayfly.domain.identity.PublicKeys;
import dev.mayfly.domain.identity.Salts;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.ledger.KeyEntry;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import java.security.SecureRandom;
import java.time.Clock;

/** A user with a token and both private keys. */
public final class TestParty {
    static final SecureRandom RANDOM = new SecureRandom();

    private final UserId user;
    private final Clock clock;
    private final Caller coordinator;
    private final SigningPrivateKey signing = SigningPrivateKey.generate(RANDOM);
    private final HpkePrivateKey encryption = HpkePrivateKey.generate(RANDOM);

    /** A user with fresh keys; {@code coordinator} is called with the user's token. */
    public TestParty(UserId user, Clock clock, Caller coordinator) {
        this.user = user;
        this.clock = clock;
        this.coordinator = coordinator;
    }

    public UserId user() {
        return user;
    }

    public PublicKeys keys() {
        return new PublicKeys(signing.publicKey(), encryption.publicKey());
    }

    public HpkePrivateKey encryption() {
        return encryption;
    }

    public SigningPrivateKey signing() {
        return signing;
    }

    /** The reply of a function that must succeed. */
    public <T> T ask(String function, Object request, Class<T> reply) {
        return coordinator.ask(function, request, reply);
    }

    /** The problem of a function that must refuse. */
    public ObjectNode refused(String function, Object request, ErrorCode code) {
        return coordinator.refused(function, request, code);
    }

    /** The problem of a function that must refuse and blame a field. */
    public ObjectNode refused(String function, Object request, ErrorCode code, String field) {
        return coordinator.refused(function, request, code, field);
    }

    /** The user's own way to call the coordinator. */
    public Caller coordinator() {
        return coordinator;
    }

    /** A statement's beginning, to the coordinator, now. */
    public Issued issued() {
        return issued(Issued.COORDINATOR);
    }

    public Issued issued(String audience) {
        return Issued.now(TestNetwork.NAME, audience, clock, RANDOM);
    }

    /** The same, by a clock that is {@code seconds} ahead, or behind when it is negative. */
    public Issued issuedAhead(long seconds) {
        Issued now = issued();
        return new Issued(now.network(), now.audience(), now.issuedAt() + seconds, now.jti());
    }

    /** The compact statement that this user signs. */
    public <T> String states(StatementType<T> type, T claims) {
        return type.sign(claims, signing).compact();
    }

    /** The registration of the user's keys as version 1. */
    public KeysStatement registration() {
        Bytes salt = Bytes.random(RANDOM, Salts.SIZE);
        return new KeysStatement(issued(), user, 1, KeyEntry.NO_PREDECESSOR, keys(), salt);
    }

    /** The same user with fresh keys that nobody has registered. */
    public TestParty withFreshKeys() {
        return new TestParty(user, clock, coordinator);
    }

    /** The registration of these keys behind all versions that the directory told of. */
    public KeysStatement registrationAfter(CoordinatorApi.RegisteredKeys told) {
        int versions = told.versions().size();
        Bytes predecessor = told.versions().get(versions - 1).entry().sha256();
        return new KeysStatement(issued(), user, versions + 1, predecessor, keys(), Bytes.random(RANDOM, Salts.SIZE));
    }

    /** These keys' word that others may follow them. */
    public String agreesTo(KeysStatement next) {
        Bytes index = KeyIndex.of(user, TestNetwork.vrf()).value();
        return states(
                SuccessionStatement.TYPE,
                new SuccessionStatement(
                        issued(Issued.PUBLIC), next.registered(index).digest()));
    }

    /** The request to put {@code next} into the place of these keys. */
    public CoordinatorApi.RotateKeys rotationTo(TestParty next) {
        KeysStatement keys = next.registrationAfter(lookUpMyself());
        return new CoordinatorApi.RotateKeys(next.states(KeysStatement.TYPE, keys), agreesTo(keys));
    }

    /** The same user, after a rotation to fresh keys. */
    public TestParty rotated() {
        TestParty next = withFreshKeys();
        ask("rotate-keys", rotationTo(next), CoordinatorApi.RegisteredKeys.class);
        return next;
    }

    /** The request to reset the user's keys to these. */
    public CoordinatorApi.RegisterKeys resetRequest() {
        return new CoordinatorApi.RegisterKeys(states(KeysStatement.TYPE, registrationAfter(lookUpMyself())));
    }

    /** Asks for a reset to these keys. */
    public CoordinatorApi.RegisteredKeys reset() {
        return ask("reset-keys", resetRequest(), CoordinatorApi.RegisteredKeys.class);
    }

    /** The request to cancel the reset that waits. */
    public CoordinatorApi.Ask cancellation(CoordinatorApi.RegisteredKeys told) {
        Bytes reset = told.waiting().get(0).entry().sha256();
        return new CoordinatorApi.Ask(states(CancelResetStatement.TYPE, new CancelResetStatement(issued(), reset)));
    }

    /** What the directory says of the user, asked for under these keys. */
    public CoordinatorApi.RegisteredKeys lookUpMyself() {
        return lookUp(user);
    }

    /** What the directory says of a user. */
    public CoordinatorApi.RegisteredKeys lookUp(UserId whom) {
        return ask("lookup", lookupOf(whom), CoordinatorApi.RegisteredKeys.class);
    }

    /** The question for a user's keys. */
    public CoordinatorApi.Ask lookupOf(UserId whom) {
        return new CoordinatorApi.Ask(states(LookupStatement.TYPE, new LookupStatement(issued(), whom)));
    }

    public CoordinatorApi.RegisteredKeys register() {
        return register(states(KeysStatement.TYPE, registration()));
    }

    public CoordinatorApi.RegisteredKeys register(String statement) {
        var request = new CoordinatorApi.RegisterKeys(statement);
        return ask("register-keys", request, CoordinatorApi.RegisteredKeys.class);
    }
}
