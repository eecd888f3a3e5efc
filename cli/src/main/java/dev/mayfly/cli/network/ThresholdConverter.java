package dev.mayfly.cli.network;

import dev.mayfly.crypto.RejectedException;
import dev.mayfly.domain.network.Threshold;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code 3/5}: any three of five. */
final class ThresholdConverter implements ITypeConverter<Threshold> {
    private static final Pattern K_OF_N = Pattern.compile("(\\d{1,3})/(\\d{1,3})");

    @Override
    public Threshold convert(String text) {
        Matcher matcher = K_OF_N.matcher(text);
        if (!matcher.matches()) {
            throw new TypeConversionException("a threshold is K/N, such as 3/5");
        }
        try {
            return Threshold.of(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
        } catch (RejectedException impossible) {
            throw new TypeConversionException(impossible.getMessage());
        }
    }
}
