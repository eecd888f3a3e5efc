package dev.mayfly.dynamo.table;

import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.secret.SecretBytes;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Named values: an item, a key, or what the placeholders of an expression stand for. Reading an attribute that is missing is
 * an {@link IllegalStateException}: only this project writes these tables.
 */
public final class Attributes {
    private final Map<String, AttributeValue> values;

    private Attributes(Map<String, AttributeValue> values) {
        this.values = values;
    }

    /** No attributes yet. */
    public static Attributes none() {
        return new Attributes(new LinkedHashMap<>());
    }

    /** The attributes of an item that was read. */
    static Attributes of(Map<String, AttributeValue> item) {
        return new Attributes(item);
    }

    /** Adds public bytes (B). */
    public Attributes put(String name, Bytes value) {
        return put(name, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(value.toByteArray())));
    }

    /** Adds secret bytes (B) without a copy: the caller wipes {@code value} after the item was sent. */
    public Attributes putSecret(String name, byte[] value) {
        return put(name, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(value)));
    }

    /** Adds a number (N). */
    public Attributes put(String name, long value) {
        return put(name, AttributeValue.fromN(Long.toString(value)));
    }

    /** Adds text (S). */
    public Attributes put(String name, String value) {
        return put(name, AttributeValue.fromS(value));
    }

    /** Adds a truth value (BOOL). */
    public Attributes put(String name, boolean value) {
        return put(name, AttributeValue.fromBool(value));
    }

    /** Adds a list of texts (L of S). */
    public Attributes put(String name, List<String> value) {
        return put(
                name,
                AttributeValue.fromL(value.stream().map(AttributeValue::fromS).toList()));
    }

    /** Adds a set of numbers (NS), which DynamoDB wants not empty. */
    public Attributes putSet(String name, Collection<Integer> value) {
        return put(
                name, AttributeValue.fromNs(value.stream().map(String::valueOf).toList()));
    }

    /** Whether there is an attribute of this name. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** Bytes. */
    public Bytes bytes(String name) {
        return Bytes.of(value(name).b().asByteArrayUnsafe());
    }

    /** Bytes that may be missing. */
    public Optional<Bytes> bytesIfPresent(String name) {
        return has(name) ? Optional.of(bytes(name)) : Optional.empty();
    }

    /** Secret bytes, which the caller closes; that wipes them in these attributes too. */
    public SecretBytes secret(String name) {
        return SecretBytes.adopt(value(name).b().asByteArrayUnsafe());
    }

    /** A number. */
    public long integer(String name) {
        return Long.parseLong(value(name).n());
    }

    /** Text. */
    public String text(String name) {
        return value(name).s();
    }

    /** Text that may be missing. */
    public Optional<String> textIfPresent(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    /** A truth value. */
    public boolean flag(String name) {
        return value(name).bool();
    }

    /** A list of texts. */
    public List<String> texts(String name) {
        return value(name).l().stream().map(AttributeValue::s).toList();
    }

    /** A set of numbers; empty when the attribute is missing, since DynamoDB keeps no empty set. */
    public Set<Integer> integers(String name) {
        return has(name)
                ? value(name).ns().stream().map(Integer::valueOf).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    /** The names only: values may be secret. */
    @Override
    public String toString() {
        return "Attributes" + values.keySet();
    }

    /** As the SDK wants them; {@code null} for none, because it refuses empty expression values. */
    Map<String, AttributeValue> toMap() {
        return values.isEmpty() ? null : values;
    }

    private Attributes put(String name, AttributeValue value) {
        values.put(name, value);
        return this;
    }

    private AttributeValue value(String name) {
        AttributeValue value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("a stored item lacks its attribute " + name);
        }
        return value;
    }
}
