package dev.mayfly.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Horizontal bars, one for each measurement, scaled within its group, as SVG. */
final class Plot {

    private static final int LINE = 18;
    private static final int LABELS = 330;
    private static final int BARS = 420;

    private Plot() {}

    static String of(Map<String, List<Measurement>> groups) {
        StringBuilder body = new StringBuilder();
        int y = LINE;
        for (Map.Entry<String, List<Measurement>> group : groups.entrySet()) {
            body.append(text(8, y, "font-weight=\"bold\"", group.getKey()));
            double most = group.getValue().stream()
                    .mapToDouble(Measurement::perSecond)
                    .max()
                    .orElse(1);
            for (Measurement m : group.getValue()) {
                y += LINE;
                body.append(bar(y, m, m.perSecond() / most));
            }
            y += 2 * LINE;
        }
        return String.format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\""
                        + " font-size=\"12\">%n%s</svg>%n",
                LABELS + BARS + 120, y, body);
    }

    private static String bar(int y, Measurement m, double length) {
        int width = Math.max(1, (int) (BARS * length));
        String fill = m.isMayfly() ? "#2a6f97" : "#a9a9a9";
        String rect = String.format(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>%n",
                LABELS, y - 12, width, LINE - 4, fill);
        String figure = String.format(Locale.ROOT, "%,.0f/s", m.perSecond());
        return text(16, y, "", m.name()) + rect + text(LABELS + width + 6, y, "", figure);
    }

    private static String text(int x, int y, String attributes, String content) {
        return String.format("<text x=\"%d\" y=\"%d\" %s>%s</text>%n", x, y, attributes, content);
    }
}
