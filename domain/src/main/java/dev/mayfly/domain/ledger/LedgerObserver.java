package dev.mayfly.domain.ledger;

/** Is told what a writer of the ledger does, for counting and never for deciding. Called by the thread that writes. */
public interface LedgerObserver {
    /** Counts nothing. */
    LedgerObserver NONE = new LedgerObserver() {
        @Override
        public void appended(EntryBody body) {}

        @Override
        public void contended() {}
    };

    /** This writer appended an entry. */
    void appended(EntryBody body);

    /** Nothing was written, because somebody else wrote at the same time; the writer tries again. */
    void contended();
}
