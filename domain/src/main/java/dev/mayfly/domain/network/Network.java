package dev.mayfly.domain.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mayfly.crypto.Bytes;
import dev.mayfly.crypto.RejectedException;
import dev.mayfly.crypto.encoding.Text;
import dev.mayfly.crypto.jose.SigningPublicKey;
import dev.mayfly.crypto.vrf.VrfPublicKey;
import dev.mayfly.domain.wire.WireJson;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * What the network file says.
 *
 * @param name name of the network, part of every statement and container id
 * @param admin signs the registry
 * @param coordinator where the coordinator's functions are
 * @param vrf verifies every draw and every key index
 * @param issuers OpenID issuers whose tokens name users
 * @param thresholds allowed (k, n)
 * @param standbys nodes ranked behind the committee that may take a failed member's place
 * @param freshNonces r: how many containers a user may open with the same peer within an hour, each a draw of its own
 * @param lifetimes bounds of a container's life
 * @param epoch length of an epoch: a node's epoch key is deleted when the epoch of a container's end is over
 */
public record Network(
        String name,
        SigningPublicKey admin,
        URI coordinator,
        VrfPublicKey vrf,
        List<String> issuers,
        List<Threshold> thresholds,
        int standbys,
        int freshNonces,
        Lifetimes lifetimes,
        Duration epoch) {

    /** Lists are copied; the epoch is at least a second. */
    public Network {
        issuers = List.copyOf(issuers);
        thresholds = List.copyOf(thresholds);
        if (name.isEmpty()
                || !Text.isNfc(name)
                || issuers.isEmpty()
                || thresholds.isEmpty()
                || standbys < 0
                || freshNonces < 1
                || epoch.toSeconds() < 1) {
            throw new IllegalArgumentException("a network has a name, issuers, thresholds, fresh nonces and an epoch");
        }
    }

    /**
     * Reads a network file.
     *
     * @throws RejectedException when a member is missing, unknown, of the wrong type or out of range
     */
    public static Network parse(byte[] json) throws RejectedException {
        try {
            File file = WireJson.mapper().readValue(json, File.class);
            // The document null is JSON as well, and Jackson gives it back as it came.
            if (file == null) {
                throw new RejectedException("network file: not of the documented form");
            }
            return file.toNetwork();
        } catch (JsonMappingException wrong) {
            throw new RejectedException("network file: cannot be read at " + wrong.getPathReference());
        } catch (IOException | IllegalArgumentException wrong) {
            throw new RejectedException("network file: not of the documented form");
        }
    }

    /** The network file as it is handed out: indented JSON. */
    public byte[] toJson() {
        ObjectMapper mapper = WireJson.mapper();
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(File.of(this));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a network file is always writable", impossible);
        }
    }

    /** End of the epoch in which a container expiring at {@code expiresAt} ends: the first boundary at or after it. */
    public long epochEnd(long expiresAt) {
        long length = epoch.toSeconds();
        return (expiresAt + length - 1) / length * length;
    }

    private record K(int k, int n) {}

    private record Seconds(long shortest, long longest, long usual) {}

    private record File(
            String name,
            Bytes adminKey,
            String coordinator,
            Bytes vrfKey,
            List<String> issuers,
            List<K> thresholds,
            int standbys,
            int freshNonces,
            Seconds lifetimeSeconds,
            long epochSeconds) {

        static File of(Network network) {
            return new File(
                    network.name,
                    network.admin.bytes(),
                    network.coordinator.toString(),
                    network.vrf.bytes(),
                    network.issuers,
                    network.thresholds.stream().map(t -> new K(t.k(), t.n())).toList(),
                    network.standbys,
                    network.freshNonces,
                    new Seconds(
                            network.lifetimes.shortest().toSeconds(),
                            network.lifetimes.longest().toSeconds(),
                            network.lifetimes.usual().toSeconds()),
                    network.epoch.toSeconds());
        }

        Network toNetwork() throws RejectedException {
            return new Network(
                    name,
                    SigningPublicKey.parse(adminKey),
                    HttpUrl.parse(coordinator, "coordinator"),
                    VrfPublicKey.parse(vrfKey),
                    issuers,
                    thresholds.stream().map(t -> new Threshold(t.k, t.n)).toList(),
                    standbys,
                    freshNonces,
                    new Lifetimes(
                            Duration.ofSeconds(lifetimeSeconds.shortest),
                            Duration.ofSeconds(lifetimeSeconds.longest),
                            Duration.ofSeconds(lifetimeSeconds.usual)),
                    Duration.ofSeconds(epochSeconds));
        }
    }
}
