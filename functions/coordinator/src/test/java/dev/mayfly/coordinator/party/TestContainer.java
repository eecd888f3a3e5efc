package dev.mayfly.coordinator.party;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.vrf.VrfProof;
import dev.mayfly.domain.container.ContainerFields;
import dev.mayfly.domain.container.DrawnContainer;
import dev.mayfly.domain.container.Invitation;
import dev.mayfly.domain.container.OpenStatement;
import dev.mayfly.domain.container.PartyStatement;
import dev.mayfly.domain.identity.PartyCommitment;
import dev.mayfly.domain.identity.Role;
import dev.mayfly.domain.identity.Salts;
import dev.mayfly.domain.registry.Registry;
import dev.mayfly.domain.selection.Draw;
import dev.mayfly.domain.share.End;
import dev.mayfly.domain.statement.Issued;
import dev.mayfly.domain.wire.CoordinatorApi;

/**
 * A container as its parties know it: the opener, who is the sender unless told otherwise, and the peer. Each request it makes is a new statement;
 * keep one to repeat it.
 */
public record TestContainer(
        ContainerFields fields,
        Registry registry,
        TestParty opener,
        TestParty peer,
        Salts openerSalts,
        Salts peerSalts,
        SigningPrivateKey accessKey) {

    /** A container that {@code opener} plans to write to {@code peer} in. */
    public static TestContainer of(Plan plan, TestParty opener, TestParty peer) {
        return of(plan, opener, Role.SENDER, peer);
    }

    /** A container that {@code opener} asks {@code peer} for something in. */
    public static TestContainer requested(Plan plan, TestParty opener, TestParty peer) {
        return of(plan, opener, Role.RECEIVER, peer);
    }

    private static TestContainer of(Plan plan, TestParty opener, Role role, TestParty peer) {
        Salts openerSalts = Salts.random(TestParty.RANDOM);
        Salts peerSalts = Salts.random(TestParty.RANDOM);
        SigningPrivateKey accessKey = SigningPrivateKey.generate(TestParty.RANDOM);
        PartyCommitment opens = PartyCommitment.of(role, opener.user(), opener.keys(), openerSalts);
        PartyCommitment joins = PartyCommitment.of(role.other(), peer.user(), peer.keys(), peerSalts);
        ContainerFields fields = new ContainerFields(
                plan.network(),
                role,
                Bytes.random(TestParty.RANDOM, ContainerFields.NONCE_BYTES),
                role == Role.SENDER ? opens : joins,
                role == Role.SENDER ? joins : opens,
                accessKey.publicKey(),
                plan.issuedAt(),
                plan.issuedAt() + plan.lifetime(),
                plan.threshold(),
                plan.registryDigest());
        return new TestContainer(fields, plan.registry(), opener, peer, openerSalts, peerSalts, accessKey);
    }

    public Bytes id() {
        return fields.id();
    }

    public TestParty sender() {
        return fields.opener() == Role.SENDER ? opener : peer;
    }

    public TestParty receiver() {
        return fields.opener() == Role.SENDER ? peer : opener;
    }

    /** The draw, made here with the coordinator's key. */
    public DrawnContainer drawn() {
        VrfProof proof = Draw.prove(id(), TestNetwork.vrf());
        var committee = DrawnContainer.draw(proof.beta(), fields, TestNetwork.network(), registry);
        return new DrawnContainer(
                id(), fields, proof, committee, TestNetwork.network().epochEnd(fields.expiresAt()));
    }

    /** How the opener's commitments open. */
    public CoordinatorApi.Opening openerOpening() {
        return opening(fields.opener(), openerSalts);
    }

    /** How the peer's commitments open. */
    public CoordinatorApi.Opening peerOpening() {
        return opening(fields.opener().other(), peerSalts);
    }

    /** How a party's commitments open; a stranger brings the opener's. */
    public CoordinatorApi.Opening openingOf(TestParty party) {
        return party == peer ? peerOpening() : openerOpening();
    }

    public static CoordinatorApi.Opening opening(Role role, Salts salts) {
        return new CoordinatorApi.Opening(role.label(), salts.id(), salts.keys());
    }

    public CoordinatorApi.Open openRequest() {
        return openRequest(openStatement());
    }

    public CoordinatorApi.Open openRequest(String statement) {
        return new CoordinatorApi.Open(
                statement,
                openerOpening(),
                new CoordinatorApi.User(peer.user().issuer(), peer.user().subject()),
                peerOpening(),
                invitationFor(opener),
                invitationFor(peer));
    }

    public String openStatement() {
        Issued now = opener.issued();
        Issued issued = new Issued(now.network(), now.audience(), fields.issuedAt(), now.jti());
        return opener.states(OpenStatement.TYPE, new OpenStatement(issued, id(), fields));
    }

    public Bytes invitationFor(TestParty party) {
        Invitation invitation = fields.opener() == Role.SENDER
                ? new Invitation(fields, opener.user(), peer.user(), openerSalts, peerSalts, accessKey)
                : new Invitation(fields, peer.user(), opener.user(), peerSalts, openerSalts, accessKey);
        return invitation.sealTo(party.keys().encryption(), TestParty.RANDOM);
    }

    public CoordinatorApi.AskContainer status(TestParty party) {
        return asks(party, openingOf(party), PartyStatement.STATUS.kind());
    }

    public CoordinatorApi.AskContainer fetch(TestParty party) {
        return asks(party, openingOf(party), PartyStatement.FETCH.kind());
    }

    /** The question {@code fetch} or {@code status}, with any opening. */
    public CoordinatorApi.AskContainer asks(TestParty party, CoordinatorApi.Opening opening, String question) {
        var type = question.equals(PartyStatement.FETCH.kind()) ? PartyStatement.FETCH : PartyStatement.STATUS;
        return new CoordinatorApi.AskContainer(party.states(type, new PartyStatement(party.issued(), id())), opening);
    }

    /** The word to the nodes that the container is over. */
    public String end() {
        return end(accessKey, Issued.NODES);
    }

    public String end(SigningPrivateKey signer, String audience) {
        return End.TYPE.sign(new End(opener.issued(audience), id()), signer).compact();
    }
}
