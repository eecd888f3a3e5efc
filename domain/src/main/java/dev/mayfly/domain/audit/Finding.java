package dev.mayfly.domain.audit;

/**
 * Something that does not hold, as evidence that anyone can check again.
 *
 * @param seq position of the entry at which it shows
 * @param rule what should hold
 * @param expected what was computed
 * @param found what stands there
 */
public record Finding(long seq, String rule, String expected, String found) {
    @Override
    public String toString() {
        return "entry %d: %s: expected %s, found %s".formatted(seq, rule, expected, found);
    }
}
