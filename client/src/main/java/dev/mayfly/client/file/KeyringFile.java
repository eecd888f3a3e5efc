package dev.mayfly.client.file;

import dev.mayfly.client.party.Keyring;
import dev.mayfly.client.party.UserKeys;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.encoding.Decoder;
import dev.mayfly.crypto.encoding.Encoder;
import dev.mayfly.crypto.hpke.HpkePrivateKey;
import dev.mayfly.crypto.jose.SigningPrivateKey;
import dev.mayfly.crypto.secret.SecretBytes;
import dev.mayfly.domain.identity.UserId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A user's keys on disk, readable by their owner only: {@code encode("mayfly/v1/keyring", network, userId, next, earlier,
 * keys…)}. {@code next} is 0 or 1 and {@code earlier} how many earlier pairs there are; the keys are two scalars of 32 bytes
 * a pair, signing and encryption, the current pair first, then the next one, then earlier ones, newest first. Of those, 512
 * are kept: containers under older ones have ended.
 */
public final class KeyringFile {
    private static final String LABEL = "mayfly/v1/keyring";
    private static final int LONGEST = 64 * 1024;
    private static final int SCALAR = 32;
    private static final int MOST_EARLIER = 512;

    private final Path file;
    private final String network;

    /** The file, of a network. */
    public KeyringFile(Path file, String network) {
        this.file = file;
        this.network = network;
    }

    /**
     * Reads the keys, which the caller closes.
     *
     * @throws IOException when it cannot be read, or others can read it
     * @throws RejectedException when it is no keyring, or one of another network; says nothing of its content
     */
    public Keyring read() throws IOException, RejectedException {
        try (SecretBytes content = SecretBytes.adopt(OwnedFile.read(file, LONGEST))) {
            return decode(content, network);
        } catch (RejectedException | IllegalArgumentException wrong) {
            throw new RejectedException("keys", file + " holds no keys of the network " + network);
        }
    }

    /**
     * Takes keys, which the caller closes, from the content of such a file that was kept elsewhere, written in base64. Wipes
     * the text.
     *
     * @throws RejectedException when it is no keyring, or one of another network; says nothing of its content
     */
    public static Keyring parse(byte[] base64, String network) throws RejectedException {
        try (SecretBytes content = SecretBytes.adopt(Base64.getMimeDecoder().decode(base64))) {
            return decode(content, network);
        } catch (RejectedException | IllegalArgumentException wrong) {
            throw new RejectedException("keys", "no keys of the network " + network);
        } finally {
            SecretBytes.wipe(base64);
        }
    }

    /**
     * Writes a new file.
     *
     * @throws IOException when there is one already: keys are never written over by other ones
     */
    public void create(Keyring keys) throws IOException {
        byte[] content = encode(keys);
        try {
            OwnedFile.create(file, content);
        } finally {
            SecretBytes.wipe(content);
        }
    }

    /** Writes the same user's keys in the place of those that are there. */
    public void replace(Keyring keys) throws IOException {
        byte[] content = encode(keys);
        try {
            OwnedFile.replace(file, content);
        } finally {
            SecretBytes.wipe(content);
        }
    }

    private byte[] encode(Keyring keyring) {
        Encoder out = Encoder.of(LABEL)
                .text(network)
                .bytes(keyring.current().user().encoded())
                .integer(keyring.next().isPresent() ? 1 : 0)
                .integer(Math.min(keyring.earlier().size(), MOST_EARLIER));
        Stream.of(
                        Stream.of(keyring.current()),
                        keyring.next().stream(),
                        keyring.earlier().stream().limit(MOST_EARLIER))
                .flatMap(keys -> keys)
                .forEach(keys -> write(out, keys));
        try (SecretBytes encoded = out.toSecret()) {
            return encoded.toByteArray();
        }
    }

    private static void write(Encoder out, UserKeys keys) {
        try (SecretBytes signing = keys.signing().scalar();
                SecretBytes encryption = keys.encryption().scalar()) {
            out.secret(signing).secret(encryption);
        }
    }

    private static Keyring decode(SecretBytes content, String network) throws RejectedException {
        Decoder in = Decoder.ofSecret(LABEL, content);
        boolean here = in.text().equals(network);
        UserId user = UserId.decode(in.bytes());
        long next = in.integer();
        long earlier = in.integer();
        if (!here || next > 1 || earlier > MOST_EARLIER) {
            throw new RejectedException("another network, or too many keys");
        }
        List<UserKeys> keys = new ArrayList<>();
        for (int pair = 0; pair < 1 + next + earlier; pair++) {
            keys.add(read(in, user));
        }
        in.end();
        int behind = 1 + (int) next;
        return new Keyring(
                keys.get(0),
                keys.subList(behind, keys.size()),
                next == 0 ? Optional.empty() : Optional.of(keys.get(1)));
    }

    private static UserKeys read(Decoder in, UserId user) throws RejectedException {
        try (SecretBytes signing = in.secret(SCALAR);
                SecretBytes encryption = in.secret(SCALAR)) {
            return new UserKeys(user, SigningPrivateKey.parse(signing), HpkePrivateKey.parse(encryption));
        }
    }
}
