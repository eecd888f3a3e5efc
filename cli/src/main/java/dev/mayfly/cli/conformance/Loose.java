package dev.mayfly.cli.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mayfly.cli.standard.EcvrfVectors;
import dev.mayfly.cli.standard.HpkeVectors;
import dev.mayfly.cli.standard.Wycheproof;
import dev.mayfly.cli.vector.Judge;
import dev.mayfly.cli.vector.Vector;
import dev.mayfly.cli.vector.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** Files that are a list of vectors and say nothing about their format: each vector shows by its fields what it is. */
final class Loose {
    /** A field that only this family has, and the family's judge. */
    private static final Map<String, Judge> FAMILIES = new LinkedHashMap<>();

    static {
        FAMILIES.put("suite", EcvrfVectors::judge);
        FAMILIES.put("suite_octet", EcvrfVectors::judge);
        FAMILIES.put("kem_id", HpkeVectors::judge);
        FAMILIES.put("okm", Wycheproof::rfc5869);
        FAMILIES.put("uniform_bytes", vector -> Verdict.skipped("expand_message"));
        FAMILIES.put("leafIdx", vector -> Verdict.skipped("Merkle inclusion proof"));
        FAMILIES.put("size1", vector -> Verdict.skipped("Merkle consistency proof"));
        FAMILIES.put("vkeys", vector -> Verdict.skipped("signed note"));
        FAMILIES.put("checkpoint", vector -> Verdict.skipped("checkpoint"));
    }

    private Loose() {}

    /** Whether an object is a vector by itself. */
    static boolean isKnown(JsonNode json) {
        return FAMILIES.keySet().stream().anyMatch(json::has);
    }

    static Verdict judge(Vector vector) {
        for (Map.Entry<String, Judge> family : FAMILIES.entrySet()) {
            if (vector.json().has(family.getKey())) {
                return family.getValue().judge(vector);
            }
        }
        return unknown(vector.json());
    }

    /** The verdict on what has none of those fields. */
    static Verdict unknown(JsonNode json) {
        TreeSet<String> names = new TreeSet<>();
        json.fieldNames().forEachRemaining(names::add);
        return Verdict.failed("is of an unknown format, with the fields " + names);
    }
}
