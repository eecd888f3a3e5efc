package dev.mayfly.client.file;

import dev.mayfly.client.contact.Pin;
import dev.mayfly.client.contact.Pins;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.identity.UserId;
import dev.mayfly.domain.wire.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Pins in a file, JSON, which is made with the first one. It holds no secret, and yet is its owner's alone: whoever changes it
 * chooses whom the user trusts. Programs that use it at once take turns. Every method throws {@link UncheckedIOException} when
 * the file cannot be read or written, or is not one of pins.
 */
public final class PinFile implements Pins {
    private static final String FORMAT = "mayfly/v1/pins";
    private static final int LONGEST = 16 * 1024 * 1024;
    private static final Comparator<Pin> BY_NAME = Comparator.comparing(
                    (Pin pin) -> pin.user().issuer())
            .thenComparing(pin -> pin.user().subject());
    /** The system's locks are a process's; within it this one takes turns. */
    private static final Object TURN = new Object();

    private final Path file;
    private final String network;

    /** The file, of a network. */
    public PinFile(Path file, String network) {
        this.file = file;
        this.network = network;
    }

    /**
     * Takes pins from the content of such a file that was kept elsewhere.
     *
     * @throws IOException when it holds none, or those of another network
     */
    public static List<Pin> parse(byte[] json, String network) throws IOException {
        return parse("the text", json, network);
    }

    private record Content(String format, String network, List<Pinned> pins) {}

    private record Pinned(WrittenContact contact, long since) {
        Pin pin() throws RejectedException {
            return contact.pinned(since);
        }
    }

    /** Every pin, by issuer and subject. */
    public List<Pin> all() {
        try {
            return Files.exists(file) ? parse(file.toString(), OwnedFile.read(file, LONGEST), network) : List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Optional<Pin> find(UserId user) {
        return find(all(), user);
    }

    @Override
    public Pin pinIfAbsent(Pin pin) {
        List<Pin> kept = change(pins -> {
            if (find(pins, pin.user()).isEmpty()) {
                pins.add(pin);
            }
            return pins;
        });
        return find(kept, pin.user()).orElseThrow();
    }

    @Override
    public void repin(Pin from, Pin to) {
        change(pins -> {
            pins.replaceAll(pin -> pin.equals(from) ? to : pin);
            return pins;
        });
    }

    private static Optional<Pin> find(List<Pin> pins, UserId user) {
        return pins.stream().filter(pin -> pin.user().equals(user)).findFirst();
    }

    private List<Pin> change(UnaryOperator<List<Pin>> how) {
        synchronized (TURN) {
            Path lock = file.resolveSibling(file.getFileName() + ".lock");
            try (FileChannel turn = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = turn.lock()) {
                List<Pin> before = all();
                List<Pin> pins = how.apply(new ArrayList<>(before));
                pins.sort(BY_NAME);
                if (held.isValid() && !pins.equals(before)) {
                    OwnedFile.replace(file, toJson(pins));
                }
                return pins;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private byte[] toJson(List<Pin> pins) throws IOException {
        List<Pinned> written = pins.stream()
                .map(pin -> new Pinned(WrittenContact.of(pin), pin.since()))
                .toList();
        return WireJson.mapper()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(new Content(FORMAT, network, written));
    }

    private static List<Pin> parse(String source, byte[] json, String network) throws IOException {
        Content content = WireJson.mapper().readValue(json, Content.class);
        if (content == null || !content.format.equals(FORMAT) || !content.network.equals(network)) {
            throw new IOException(source + " is no file of pins of the network " + network);
        }
        try {
            List<Pin> pins = new ArrayList<>();
            for (Pinned pinned : content.pins) {
                Pin pin = pinned.pin();
                if (find(pins, pin.user()).isPresent()) {
                    throw new RejectedException("pins", "a user has one pin");
                }
                pins.add(pin);
            }
            return pins;
        } catch (RejectedException wrong) {
            throw new IOException(source + " holds a pin that is none", wrong);
        }
    }
}
