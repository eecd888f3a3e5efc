package dev.mayfly.local.demo.act;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.domain.audit.LedgerReport;
import dev.mayfly.local.demo.story.Evidence;
import dev.mayfly.local.demo.story.Storyteller;
import dev.mayfly.local.demo.world.World;

/** Anybody checks what the ledger says, and finds it when it lies. */
public final class Auditing implements Act {
    private final World world;

    /** Audits the chain of {@code world}. */
    public Auditing(World world) {
        this.world = world;
    }

    @Override
    public void play(Storyteller story) {
        story.step("ledger-verified", "Anybody reads the chain from the audit and verifies it", this::verify);
        story.step("tampering-found", "One byte is flipped in a copy of the chain", this::tamper);
    }

    private void verify(Evidence evidence) {
        LedgerReport report = world.audited().verify();
        evidence.require(report.holds(), "nothing is found: " + report.findings());
        evidence.note("entries", report.entries()).note("head", report.head());
    }

    private void tamper(Evidence evidence) {
        Bytes first = world.ends().keySet().iterator().next();
        LedgerReport report = world.audited().verifyWithOneByteFlipped(first);
        evidence.require(!report.holds(), "the flipped byte is found");
        evidence.note("found", report.findings().get(0));
    }
}
