package dev.mayfly.transport;

import java.net.URI;

/** Somebody did not answer, or not as Mayfly does, after every attempt. Says who, never what was sent. */
public final class UnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreachableException(URI url, String why) {
        super(url.getScheme() + "://" + url.getAuthority() + " " + why);
    }
}
