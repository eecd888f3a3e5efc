package dev.mayfly.testbed.stranger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.client.container.ActiveContainer;
import dev.mayfly.client.container.OpenedContainer;
import dev.mayfly.client.message.FetchedMessage;
import dev.mayfly.client.message.ReceivedMessage;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.StatementType;
import dev.mayfly.domain.container.Invitation;
import dev.mayfly.domain.container.PartyStatement;
import dev.mayfly.domain.container.RevokeStatement;
import dev.mayfly.domain.dealing.ActivateStatement;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.identity.Salts;
import dev.mayfly.domain.message.MessageStatement;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.wire.CoordinatorApi;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.dynamodblocal.DynamoDbLocal;
import dev.mayfly.testbed.LocalDynamo;
import dev.mayfly.testbed.Plan;
import dev.mayfly.testbed.Testbed;
import dev.mayfly.testbed.role.Person;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the coordinator tells, and does for, somebody who is no party: the same, whatever there is of the container. */
@ExtendWith(LocalDynamo.class)
class CoordinatorStrangersTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Testbed testbed;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Invitation> containers = new LinkedHashMap<>();
    private Person alice;
    private Person bob;
    private Person carol;

    CoordinatorStrangersTest(DynamoDbLocal engine) {
        testbed = Testbed.start(engine.endpoint(), Plan.SMALL);
    }

    @BeforeEach
    void containersOfEveryKind() throws Exception {
        alice = testbed.person("alice");
        bob = testbed.person("bob");
        carol = testbed.person("carol");
        containers.put("opening", opened());
        containers.put("living", joined().invitation());
        containers.put("waiting", requested());
        containers.put("revoked", revoked());
        containers.put("delivered", delivered());
    }

    @AfterEach
    void close() {
        List.of(alice, bob, carol).forEach(Person::close);
        containers.values().forEach(Invitation::close);
        testbed.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"activate", "send", "fetch", "receipt", "revoke", "status"})
    void function_answersAndDoesTheSameForStrangersWhateverThereIs(String function) throws Exception {
        Exchange toUnknown = ask(function, carol, Bytes.random(random, 32), opening(Role.SENDER));
        assertThat(toUnknown.status()).isEqualTo(ErrorCode.CONTAINER_UNKNOWN.status());
        assertThat(toUnknown.calls()).hasSize(3).last().asString().startsWith("GetItem containers");

        assertThat(toStrangers(function))
                .hasSize(25)
                .allSatisfy((who, told) -> assertThat(told).isEqualTo(toUnknown));
        testbed.clocks().forward(HOUR);
        assertThat(toStrangers(function))
                .hasSize(25)
                .allSatisfy((who, told) -> assertThat(told).isEqualTo(toUnknown));
        testbed.sweep().run();
        assertThat(toStrangers(function))
                .hasSize(25)
                .allSatisfy((who, told) -> assertThat(told).isEqualTo(toUnknown));
    }

    /** Were parties told the same too, the test above would show nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"fetch", "revoke", "status"})
    void function_tellsAPartyMore(String function) throws Exception {
        Exchange toUnknown = ask(function, carol, Bytes.random(random, 32), opening(Role.SENDER));

        containers.forEach((kind, invitation) -> assertThat(asked(function, bob, invitation, bobs(invitation)))
                .as(kind)
                .isNotEqualTo(toUnknown));
    }

    /** Somebody who knows nothing, somebody with a party's invitation, and a party that cannot show it. */
    private Map<String, Exchange> toStrangers(String function) {
        Map<String, Exchange> told = new LinkedHashMap<>();
        containers.forEach((kind, invitation) -> {
            for (Role role : Role.values()) {
                var known = ActiveContainer.opening(invitation, role);
                told.put(kind + ", stolen from the " + role, asked(function, carol, invitation, known));
                told.put(kind + ", guessed by the " + role, asked(function, party(role), invitation, opening(role)));
            }
            told.put(kind + ", guessed", asked(function, carol, invitation, opening(Role.RECEIVER)));
        });
        return told;
    }

    private Person party(Role role) {
        return role == Role.SENDER ? alice : bob;
    }

    private static CoordinatorApi.Opening bobs(Invitation invitation) {
        return ActiveContainer.opening(invitation, Role.RECEIVER);
    }

    private Exchange asked(String function, Person who, Invitation invitation, CoordinatorApi.Opening opening) {
        try {
            return ask(function, who, invitation.fields().id(), opening);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private Exchange ask(String function, Person who, Bytes id, CoordinatorApi.Opening opening) throws Exception {
        Issued issued = Issued.now(
                testbed.network().name(), Issued.COORDINATOR, who.party().clock(), random);
        Bytes digest = Bytes.random(random, 32);
        Object request = switch (function) {
            case "activate" ->
                new CoordinatorApi.Activate(
                        signed(who, ActivateStatement.TYPE, new ActivateStatement(issued, id, digest)),
                        opening,
                        "",
                        List.of());
            case "send" ->
                new CoordinatorApi.Send(
                        signed(who, MessageStatement.SENT, new MessageStatement(issued, id, digest, digest)),
                        opening,
                        "");
            case "receipt" ->
                new CoordinatorApi.Receipt(
                        signed(who, MessageStatement.RECEIPT, new MessageStatement(issued, id, digest, digest)),
                        opening,
                        "");
            case "revoke" ->
                new CoordinatorApi.Revoke(
                        signed(who, RevokeStatement.TYPE, new RevokeStatement(issued, id)), opening, "");
            case "fetch" ->
                new CoordinatorApi.AskContainer(
                        signed(who, PartyStatement.FETCH, new PartyStatement(issued, id)), opening);
            default ->
                new CoordinatorApi.AskContainer(
                        signed(who, PartyStatement.STATUS, new PartyStatement(issued, id)), opening);
        };
        return Exchange.of(
                testbed, testbed.coordinator().url(), function, who.keys().user(), request);
    }

    private static <T> String signed(Person who, StatementType<T> type, T claims) {
        return type.sign(claims, who.keys().signing()).compact();
    }

    private CoordinatorApi.Opening opening(Role role) {
        Salts salts = Salts.random(random);
        return new CoordinatorApi.Opening(role.label(), salts.id(), salts.keys());
    }

    private Invitation opened() throws Exception {
        OpenedContainer opened = alice.client()
                .open(
                        alice.client().lookUp(bob.keys().user()),
                        HOUR,
                        testbed.plan().threshold());
        return opened.invitation();
    }

    private ActiveContainer joined() throws Exception {
        Bytes sent = alice.send(bob, "for bob", HOUR, testbed.plan().threshold());
        return bob.client().join(bob.waiting(sent));
    }

    private Invitation requested() throws Exception {
        Bytes requested = bob.client()
                .request(
                        bob.client().lookUp(alice.keys().user()),
                        HOUR,
                        testbed.plan().threshold());
        return bob.client().join(bob.waiting(requested)).invitation();
    }

    private Invitation revoked() throws Exception {
        ActiveContainer container = joined();
        bob.client().revoke(container);
        return container.invitation();
    }

    private Invitation delivered() throws Exception {
        Bytes sent = alice.send(bob, "for bob", HOUR, testbed.plan().threshold());
        FetchedMessage fetched = bob.fetch(sent);
        try (ReceivedMessage received = bob.client().unseal(fetched)) {
            bob.client().confirm(received);
        }
        return fetched.container().invitation();
    }
}
