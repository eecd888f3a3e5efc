package dev.mayfly.domain.wire;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import dev.mayfly.crypto.secret.SecretBytes;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Base64;

/** Secret content in JSON: canonical base64url, decoded from the parser's own characters, without a {@code String} between. */
final class SecretJson {
    private SecretJson() {}

    static final class Writer extends StdScalarSerializer<SecretBytes> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(SecretBytes.class);
        }

        @Override
        public void serialize(SecretBytes value, JsonGenerator out, SerializerProvider provider) throws IOException {
            byte[] content = value.toByteArray();
            try {
                out.writeBinary(Base64Variants.MODIFIED_FOR_URL, content, 0, content.length);
            } finally {
                SecretBytes.wipe(content);
            }
        }
    }

    static final class Reader extends StdScalarDeserializer<SecretBytes> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(SecretBytes.class);
        }

        @Override
        public SecretBytes deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (in.currentToken() != JsonToken.VALUE_STRING) {
                return (SecretBytes) context.handleUnexpectedToken(SecretBytes.class, in);
            }
            byte[] text = ascii(in.getTextCharacters(), in.getTextOffset(), in.getTextLength());
            byte[] decoded = null;
            byte[] again = null;
            try {
                decoded = Base64.getUrlDecoder().decode(text);
                again = Base64.getUrlEncoder().withoutPadding().encode(decoded);
                // The JDK's decoder forgives padding and stray bits.
                if (MessageDigest.isEqual(again, text)) {
                    return SecretBytes.copyOf(decoded);
                }
            } catch (IllegalArgumentException notBase64Url) {
                // Its message quotes a character; ours does not.
            } finally {
                SecretBytes.wipe(text, decoded, again);
            }
            return (SecretBytes) context.handleWeirdStringValue(SecretBytes.class, "", "not canonical base64url");
        }

        /** What is no ASCII is no base64url either, and becomes something that is refused. */
        private static byte[] ascii(char[] text, int from, int length) {
            byte[] bytes = new byte[length];
            for (int i = 0; i < length; i++) {
                char c = text[from + i];
                bytes[i] = c < 0x80 ? (byte) c : 0;
            }
            return bytes;
        }
    }
}
