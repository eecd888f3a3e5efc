package dev.mayfly.bench.message;

import com.amazonaws.encryptionsdk.AwsCrypto;
import com.amazonaws.encryptionsdk.CommitmentPolicy;
import com.amazonaws.encryptionsdk.CryptoAlgorithm;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.cryptography.materialproviders.IKeyring;
import software.amazon.cryptography.materialproviders.MaterialProviders;
import software.amazon.cryptography.materialproviders.model.AesWrappingAlg;
import software.amazon.cryptography.materialproviders.model.CreateRawAesKeyringInput;
import software.amazon.cryptography.materialproviders.model.MaterialProvidersConfig;

/** The AWS Encryption SDK with a raw AES keyring, committing to its key, unsigned. */
final class EncryptionSdk implements Peer {

    private final AwsCrypto crypto = AwsCrypto.builder()
            .withCommitmentPolicy(CommitmentPolicy.RequireEncryptRequireDecrypt)
            .withEncryptionAlgorithm(CryptoAlgorithm.ALG_AES_256_GCM_HKDF_SHA512_COMMIT_KEY)
            .build();
    private final IKeyring keyring;
    private final byte[] plaintext;

    EncryptionSdk(byte[] key, byte[] plaintext) {
        this.plaintext = plaintext;
        keyring = MaterialProviders.builder()
                .MaterialProvidersConfig(MaterialProvidersConfig.builder().build())
                .build()
                .CreateRawAesKeyring(CreateRawAesKeyringInput.builder()
                        .keyNamespace("bench")
                        .keyName("bench")
                        .wrappingKey(ByteBuffer.wrap(key))
                        .wrappingAlg(AesWrappingAlg.ALG_AES256_GCM_IV12_TAG16)
                        .build());
    }

    @Override
    public Object seal() {
        return crypto.encryptData(keyring, plaintext, Map.of()).getResult();
    }

    @Override
    public void open(Object sealed, Consumer<byte[]> reader) {
        reader.accept(crypto.decryptData(keyring, (byte[]) sealed).getResult());
    }
}
