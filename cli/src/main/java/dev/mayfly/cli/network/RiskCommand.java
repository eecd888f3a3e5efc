package dev.mayfly.cli.network;

import dev.mayfly.domain.network.Threshold;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mayfly network risk}: how often bad operators get a committee, and what they have then. */
@Command(
        name = "risk",
        description = {
            "Tells how many containers a number of bad operators would know the nodes' secret of.",
            "Without the encryption key of one of the two users that opens nothing."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class RiskCommand implements Callable<Integer> {
    /** So that numbers stay small enough to compute at once. */
    private static final int MOST_OPERATORS = 10_000;

    @Spec
    private CommandSpec spec;

    @Option(names = "--operators", required = true, paramLabel = "N", description = "Operators in the registry.")
    private int operators;

    @Option(names = "--bad", required = true, paramLabel = "F", description = "How many of them work together.")
    private int bad;

    @Option(
            names = "--threshold",
            required = true,
            paramLabel = "K/N",
            converter = ThresholdConverter.class,
            description = "As in the network file; may be repeated.")
    private List<Threshold> thresholds;

    @Option(
            names = "--standbys",
            paramLabel = "S",
            defaultValue = "0",
            description = "As in the network file. Default: ${DEFAULT-VALUE}.")
    private int standbys;

    @Option(
            names = "--rolls",
            paramLabel = "R",
            defaultValue = "1",
            description = "Containers that somebody opens until one suits: fresh nonces an hour, times hours."
                    + " Default: ${DEFAULT-VALUE}.")
    private int rolls;

    @Override
    public Integer call() {
        if (operators < 1 || operators > MOST_OPERATORS || rolls < 1) {
            throw new ParameterException(
                    spec.commandLine(), "1 to " + MOST_OPERATORS + " operators, and one roll at least");
        }
        List<Exposure> exposures = thresholds.stream().map(this::exposure).toList();
        PrintWriter out = spec.commandLine().getOut();
        exposures.forEach(exposure -> tell(out, exposure));
        out.flush();
        return 0;
    }

    private Exposure exposure(Threshold threshold) {
        try {
            return new Exposure(operators, bad, threshold, standbys);
        } catch (IllegalArgumentException impossible) {
            throw new ParameterException(spec.commandLine(), threshold + ": " + impossible.getMessage());
        }
    }

    private void tell(PrintWriter out, Exposure exposure) {
        int k = exposure.threshold().k();
        out.printf("%s, %d operators, %d of them bad%n", exposure.threshold(), operators, bad);
        out.printf(
                "  %s of containers: %d or more bad members, who know the nodes' secret%n",
                percent(exposure.ofMembers()), k);
        if (standbys > 0) {
            out.printf("  %s when bad stand-bys take the places of members%n", percent(exposure.withStandbys()));
        }
        if (rolls > 1) {
            double p = standbys > 0 ? exposure.withStandbys() : exposure.ofMembers();
            out.printf("  %s that one of %d containers is such a one%n", percent(Exposure.after(rolls, p)), rolls);
        }
        out.printf("  %s of containers: bad members can withhold the key%n", percent(exposure.unavailable()));
    }

    private static String percent(double p) {
        return new BigDecimal(p * 100)
                        .round(new MathContext(3))
                        .stripTrailingZeros()
                        .toPlainString() + " %";
    }
}
