package dev.mayfly.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.client.entropy.TooFewNodesException;
import dev.mayfly.client.message.FetchedMessage;
import dev.mayfly.client.message.ReceivedMessage;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.evidence.Misbehaviour;
import dev.mayfly.domain.evidence.ReleaseEvidence;
import dev.mayfly.domain.network.Threshold;
import dev.mayfly.domain.selection.Committee;
import dev.mayfly.domain.wire.ErrorCode;
import dev.mayfly.local.fault.Behaviour;
import dev.mayfly.local.fault.Faults;
import dev.mayfly.local.fault.Lies;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Packaged nodes that misbehave in every way there is: two of five cost nothing, three cost the message and are named. */
@ExtendWith(ProxiedNetwork.Resolver.class)
class HostileNodeTest {
    private static final Threshold THREE_OF_FIVE = new Threshold(3, 5);
    private static final Duration HOUR = Duration.ofHours(1);

    private final ProxiedNetwork proxied;
    private Person alice;
    private Person bob;

    HostileNodeTest(ProxiedNetwork proxied) {
        this.proxied = proxied;
    }

    @BeforeEach
    void twoPeople() throws Exception {
        alice = Person.registered(proxied.network(), "alice");
        bob = Person.registered(proxied.network(), "bob");
    }

    @AfterEach
    void close() {
        proxied.reform();
        alice.close();
        bob.close();
    }

    /** Each with the reason that whoever asked is told. */
    static Stream<Arguments> lies() {
        return Stream.of(
                lie("wrong share", "does not fit the commitments", Lies::wrongShare),
                lie("share of another container", "", Lies::shareOfAnotherContainer),
                lie("wrong index", "another node's", Lies::wrongIndex),
                lie("malformed point", "", Lies::malformedPoint),
                fault("cut connections", "does not answer", Faults.cutting()));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("rubbish", "", Faults.rubbish()),
                fault("huge answer", "", Faults.huge()),
                fault("never-ending answer", "", Faults.neverEnding()),
                fault("a no to everybody", "", Faults.refusing(ErrorCode.INTERNAL)),
                fault("a false end", "", Faults.refusing(ErrorCode.CONTAINER_ENDED)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"lies", "faults"})
    void unseal_goesOnWithTheOthersWhenTwoMisbehave(String name, String reason, Function<Lies, Behaviour> behaviour)
            throws Exception {
        try (FetchedMessage fetched = sent("two may do as they like")) {
            proxied.lie(holders(fetched).subList(0, 2), behaviour);
            assertThat(bob.read(fetched)).isEqualTo("two may do as they like");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void unseal_saysHowManyAndWhyWhenThreeMisbehave(String name, String reason, Function<Lies, Behaviour> behaviour)
            throws Exception {
        try (FetchedMessage fetched = sent("three may not")) {
            List<String> three = holders(fetched).subList(0, 3);
            proxied.lie(three, behaviour);
            assertThatThrownBy(() -> bob.read(fetched)).isInstanceOfSatisfying(TooFewNodesException.class, few -> {
                assertThat(few.have()).isEqualTo(2);
                assertThat(few.need()).isEqualTo(3);
                assertThat(few.total()).isEqualTo(5);
                assertThat(few.failures()).containsOnlyKeys(three);
                assertThat(few.failures().values()).allMatch(why -> why.contains(reason));
            });
            proxied.reform();
            assertThat(bob.read(fetched)).isEqualTo("three may not");
        }
    }

    static Stream<Arguments> contributions() {
        return Stream.of(
                lie("forged contribution", "", Lies::forgedContribution),
                lie("stale epoch key", "", Lies::staleEpoch),
                fault("rubbish", "", Faults.rubbish().of("contribute")),
                fault("never-ending answer", "", Faults.neverEnding().of("contribute")),
                fault("cut connections at deposit", "", Faults.cutting().of("deposit")),
                fault("slow", "", Faults.slow(Duration.ofSeconds(3))));
    }

    /** Two stand by for two that fail to contribute; four of five are enough to hold. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("contributions")
    void send_arrivesWhenOneMisbehaves(String name, String reason, Function<Lies, Behaviour> behaviour)
            throws Exception {
        proxied.lie(List.of("node-1"), behaviour);
        try (FetchedMessage fetched = sent("one more or less")) {
            assertThat(bob.read(fetched)).isEqualTo("one more or less");
        }
    }

    /** Bob reads, and anybody to whom he shows the file sees who lied. */
    @Test
    void unseal_keepsEvidenceThatConvictsTheNodeThatLied() throws Exception {
        try (FetchedMessage fetched = sent("somebody lied")) {
            String liar = holders(fetched).get(1);
            proxied.lie(List.of(liar), Lies::wrongShare);
            assertThat(bob.read(fetched)).isEqualTo("somebody lied");

            DrawnContainer drawn = fetched.container().drawn();
            int rank = drawn.committee().rankOf(liar).orElseThrow();
            Path file = proxied.network().evidence().resolve("evidence-%s-%d.json".formatted(drawn.id(), rank));
            Eventually.holds(() -> Files.exists(file));
            Misbehaviour proven = ReleaseEvidence.parse(Files.readAllBytes(file))
                    .prove(proxied.network().network());
            assertThat(proven.nodeId()).isEqualTo(liar);
        }
    }

    /** Whoever serves only its friends is a dead node to everybody else. */
    @Test
    void unseal_goesOnWhenTwoServeOneContainerOnly() throws Exception {
        try (FetchedMessage friends = sent("for friends");
                FetchedMessage others = sent("for others")) {
            Bytes id = friends.container().drawn().id();
            proxied.misbehave(holders(others).subList(0, 2), Faults.servingOnly(id));
            assertThat(bob.read(others)).isEqualTo("for others");
            assertThat(bob.read(friends)).isEqualTo("for friends");
        }
    }

    /** What nodes say of an end is counted, whoever lies: the sweep asks the others again. */
    @Test
    void confirm_countsOnlyWhatIsSignedWhenTwoMisbehave() throws Exception {
        try (FetchedMessage fetched = sent("erase me");
                ReceivedMessage received = bob.client.unseal(fetched)) {
            proxied.misbehave(holders(fetched).subList(0, 2), Faults.rubbish().of("end"));
            assertThat(bob.client.confirm(received).erased()).isEqualTo(3);
        }
    }

    private FetchedMessage sent(String text) throws Exception {
        return bob.fetch(alice.send(bob, text, HOUR, THREE_OF_FIVE));
    }

    /** Nodes that hold a share, by rank. */
    private static List<String> holders(FetchedMessage fetched) {
        Committee committee = fetched.container().drawn().committee();
        return fetched.container().certificate().holdings().keySet().stream()
                .map(rank -> committee.at(rank).orElseThrow().id())
                .toList();
    }

    private static Arguments lie(String name, String reason, Function<Lies, Behaviour> lie) {
        return Arguments.of(name, reason, lie);
    }

    private static Arguments fault(String name, String reason, Behaviour fault) {
        return lie(name, reason, lies -> fault);
    }
}
