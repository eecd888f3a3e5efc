package dev.mayfly.cli.golden;

import dev.mayfly.cli.vector.Judge;
import dev.mayfly.cli.vector.Vector;
import dev.mayfly.cli.vector.Verdict;
import java.util.Map;

/** The known answers of Mayfly's own formats, {@code docs/vectors/mayfly-v1.json}. */
public final class Golden {
    /** What a file of them says in {@code format}. */
    public static final String FORMAT = "mayfly-v1";

    private static final Map<String, Judge> KINDS = Map.ofEntries(
            Map.entry("encoding", BytesJudges::encoding),
            Map.entry("generator", BytesJudges::generator),
            Map.entry("hpke-info", BytesJudges::hpkeInfo),
            Map.entry("sealed", SealedJudge::judge),
            Map.entry("user", IdentityJudges::user),
            Map.entry("party", IdentityJudges::party),
            Map.entry("keys", IdentityJudges::keys),
            Map.entry("key-index", IdentityJudges::keyIndex),
            Map.entry("fingerprint", IdentityJudges::fingerprint),
            Map.entry("registry", ContainerJudges::registry),
            Map.entry("container", ContainerJudges::container),
            Map.entry("draw", ContainerJudges::draw),
            Map.entry("dealing", EntropyJudges::dealing),
            Map.entry("share", EntropyJudges::share),
            Map.entry("evidence", EvidenceJudge::judge),
            Map.entry("key", MessageJudges::key),
            Map.entry("message", MessageJudges::message),
            Map.entry("statement", StatementJudge::judge),
            Map.entry("genesis", LedgerJudges::genesis),
            Map.entry("entry", LedgerJudges::entry));

    private Golden() {}

    /** Judges one vector by its kind. */
    public static Verdict judge(Vector vector) {
        Judge judge = KINDS.get(vector.text("kind"));
        return judge == null ? Verdict.failed("is of an unknown kind, " + vector.text("kind")) : judge.judge(vector);
    }
}
