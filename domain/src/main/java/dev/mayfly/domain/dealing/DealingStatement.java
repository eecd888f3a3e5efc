package dev.mayfly.domain.dealing;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.jose.StatementType;
import dev.mayfly.domain.statement.Issued;
import java.util.List;

/**
 * The opener's dealing, signed by the access key.
 *
 * @param contributions the {@code contribution} statements whose sum is shared, by rank, ascending
 * @param commitments {@code A_0 … A_{k-1}}, 33 bytes each
 */
public record DealingStatement(Issued issued, Bytes containerId, List<String> contributions, List<Bytes> commitments) {
    /** {@code mayfly-dealing+jwt}. */
    public static final StatementType<DealingStatement> TYPE = new StatementType<>(
            "dealing",
            (out, dealing) -> dealing.issued
                    .write(out)
                    .bytes("containerId", dealing.containerId)
                    .texts("contributions", dealing.contributions)
                    .bytesList("commitments", dealing.commitments),
            in -> new DealingStatement(
                    Issued.read(in),
                    in.bytes("containerId", 32),
                    in.texts("contributions"),
                    in.bytesList("commitments")));
}
