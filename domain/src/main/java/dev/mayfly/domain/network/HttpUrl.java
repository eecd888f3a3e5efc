package dev.mayfly.domain.network;

import dev.mayfly.crypto.RejectedException;
import java.net.URI;
import java.net.URISyntaxException;

/** Where a role's functions are, as network file and registry say it. */
public final class HttpUrl {
    private HttpUrl() {}

    /**
     * A URL that somebody stated.
     *
     * @param field the name of the field, for the message
     * @throws RejectedException when it is not http or https with a host
     */
    public static URI parse(String text, String field) throws RejectedException {
        try {
            URI url = new URI(text);
            if (url.getHost() != null && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))) {
                return url;
            }
        } catch (URISyntaxException notAUrl) {
            // Said below, without the parser's words.
        }
        throw new RejectedException(field, "a url is http or https with a host");
    }
}
