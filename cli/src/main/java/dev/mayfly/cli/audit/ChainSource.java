package dev.mayfly.cli.audit;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.ledger.AuditLog;
import dev.mayfly.domain.network.HttpUrl;
import dev.mayfly.transport.AuditClient;
import dev.mayfly.transport.HttpJson;
import dev.mayfly.transport.Timeouts;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Where a chain is read from, as an auditor writes it: the URL of an audit, or the folder of a copy. */
final class ChainSource implements ITypeConverter<AuditLog> {
    static final String DESCRIPTION = "An audit's URL, or a folder with a copy of its chain.";

    @Override
    public AuditLog convert(String text) {
        if (text.startsWith("http://") || text.startsWith("https://")) {
            try {
                return new AuditClient(new HttpJson(Timeouts.USUAL), HttpUrl.parse(text, "url"));
            } catch (RejectedException notAUrl) {
                throw new TypeConversionException(text + " is no URL");
            }
        }
        Path folder = Path.of(text);
        if (!Files.isDirectory(folder)) {
            throw new TypeConversionException(text + " is neither a URL nor a folder");
        }
        if (!ChainFolder.isCopy(folder)) {
            throw new TypeConversionException(text + " holds no copy of a chain");
        }
        return new ChainFolder(folder);
    }
}
