package dev.mayfly.sweep;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Metrics of a process that nobody can ask, because it listens nowhere: a file in the format of Prometheus, whole at any time,
 * as collectors of text files read it.
 *
 * @param file where; nowhere when empty
 */
record MetricsFile(Optional<Path> file, PrometheusMeterRegistry meters) {
    private static final Logger LOG = Logger.getLogger(MetricsFile.class);

    /** Writes what was counted up to now. A file that cannot be written is no reason to stop sweeping. */
    void write() {
        file.ifPresent(this::write);
    }

    private void write(Path target) {
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        try {
            Files.writeString(fresh, meters.scrape());
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            LOG.errorf("The metrics file cannot be written: %s", failed.getMessage());
        }
    }
}
