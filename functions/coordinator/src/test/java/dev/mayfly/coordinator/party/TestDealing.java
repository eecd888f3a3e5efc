package dev.mayfly.coordinator.party;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.jose.Statement;
import dev.mayfly.crypto.vss.Dealer;
import dev.mayfly.crypto.vss.Dealt;
import dev.mayfly.crypto.vss.Opening;
import dev.mayfly.domain.dealing.ActivateStatement;
import dev.mayfly.domain.dealing.DealingStatement;
import dev.mayfly.domain.dealing.Holding;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.wire.CoordinatorApi;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An opener's dealing, honest unless told otherwise, and what its nodes say of it.
 *
 * @param holdings the holding of every contributor, by rank
 */
public record TestDealing(
        TestContainer container,
        Statement<DealingStatement> statement,
        SortedMap<Integer, Statement<Holding>> holdings) {

    /** A dealing of what the nodes of these ranks contributed. */
    public static TestDealing of(TestContainer container, int... ranks) {
        List<TestNodes.Part> parts = parts(container, ranks);
        return of(container, parts, sum(parts), TestNetwork.THRESHOLD.k(), container.accessKey());
    }

    /** A dealing of a secret and a threshold that need not be the right ones, signed by any key. */
    public static TestDealing of(
            TestContainer container, List<TestNodes.Part> parts, Opening secret, int k, SigningPrivateKey signer) {
        List<Integer> ranks = parts.stream().map(TestNodes.Part::rank).toList();
        try (Dealt dealt = Dealer.deal(secret, k, ranks, TestParty.RANDOM)) {
            DealingStatement claims = new DealingStatement(
                    container.opener().issued(Issued.PUBLIC),
                    container.id(),
                    parts.stream().map(TestNodes.Part::statement).toList(),
                    dealt.commitments().bytes());
            var statement = DealingStatement.TYPE.sign(claims, signer);
            SortedMap<Integer, Statement<Holding>> holdings = new TreeMap<>();
            ranks.forEach(rank -> holdings.put(rank, TestNodes.holding(container, rank, statement.digest())));
            return new TestDealing(container, statement, holdings);
        }
    }

    public static List<TestNodes.Part> parts(TestContainer container, int... ranks) {
        return Arrays.stream(ranks)
                .mapToObj(rank -> TestNodes.contribution(container, rank))
                .toList();
    }

    public static Opening sum(List<TestNodes.Part> parts) {
        return Opening.sum(parts.stream().map(TestNodes.Part::opening).toList());
    }

    public Bytes digest() {
        return statement.digest();
    }

    /** The opener's request to activate the container with the holdings of these ranks. */
    public CoordinatorApi.Activate request(int... holders) {
        return request(Arrays.stream(holders)
                .mapToObj(rank -> holdings.get(rank).compact())
                .toList());
    }

    /** The same, with any holdings. */
    public CoordinatorApi.Activate request(List<String> held) {
        return request(container.opener(), container.opener().issued(), held);
    }

    /** The same, by anybody and at any time. */
    public CoordinatorApi.Activate request(TestParty by, Issued issued, List<String> held) {
        String activate = by.states(ActivateStatement.TYPE, new ActivateStatement(issued, container.id(), digest()));
        return new CoordinatorApi.Activate(activate, container.openingOf(by), statement.compact(), held);
    }

    /** Every contributor's holding. */
    public List<String> allHoldings() {
        return holdings.values().stream().map(Statement::compact).toList();
    }

    /** What the nodes of these ranks sign when their shares are gone. */
    public List<String> erasures(int... ranks) {
        return Arrays.stream(ranks)
                .mapToObj(rank ->
                        TestNodes.erasure(container, rank, holdings.get(rank).digest()))
                .toList();
    }
}
