package dev.mayfly.bench.message;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import java.security.GeneralSecurityException;

/** Tink's HPKE in Mayfly's suite: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. */
public final class TinkHpke {

    private final KeysetHandle keys;

    /** A new pair of keys. */
    public TinkHpke() throws GeneralSecurityException {
        HybridConfig.register();
        HpkeParameters parameters = HpkeParameters.builder()
                .setKemId(HpkeParameters.KemId.DHKEM_P256_HKDF_SHA256)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                .setVariant(HpkeParameters.Variant.NO_PREFIX)
                .build();
        keys = KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.generateEntryFromParameters(parameters)
                        .withRandomId()
                        .makePrimary())
                .build();
    }

    /** Seals to the pair. */
    public HybridEncrypt seal() throws GeneralSecurityException {
        return keys.getPublicKeysetHandle().getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
    }

    /** Opens what was sealed to it. */
    public HybridDecrypt open() throws GeneralSecurityException {
        return keys.getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class);
    }
}
