package dev.mayfly.templates;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * What a template says of data, roles and schedules, as plain CloudFormation: without functions, APIs, layers and alarms. SAM
 * leaves these resources as they are, which {@code TranslatedTest} shows.
 */
public final class DataPart {
    /** What stands where the template refers to something that is left out. */
    public static final String ELSEWHERE = "arn:aws:lambda:eu-central-1:000000000000:function:elsewhere";

    private static final List<String> TYPES = List.of(
            "AWS::DynamoDB::Table",
            "AWS::IAM::Role",
            "AWS::Scheduler::ScheduleGroup",
            "AWS::Scheduler::Schedule",
            "AWS::SQS::Queue",
            "AWS::Logs::LogGroup");

    private static final Tag REF = new Tag("!Ref");

    private DataPart() {}

    /** The types of its resources, by their logical ids. */
    public static SortedMap<String, String> resources(Template template) {
        SortedMap<String, String> found = new TreeMap<>();
        TYPES.forEach(type -> template.resources(type).keySet().forEach(id -> found.put(id, type)));
        return found;
    }

    /** The part of a template as YAML that CloudFormation takes. */
    public static String of(Template template) {
        Set<String> kept = resources(template).keySet();
        MappingNode whole = (MappingNode) new Yaml().compose(new StringReader(template.source()));
        retain(whole, Set.of("AWSTemplateFormatVersion", "Parameters", "Resources"));
        retain((MappingNode) member(whole, "Resources"), kept);

        Set<String> known = new HashSet<>(kept);
        ((MappingNode) member(whole, "Parameters")).getValue().forEach(parameter -> known.add(key(parameter)));
        close(whole, known);
        StringWriter yaml = new StringWriter();
        new Yaml().serialize(whole, yaml);
        return yaml.toString();
    }

    private static void retain(MappingNode mapping, Set<String> keys) {
        mapping.setValue(mapping.getValue().stream()
                .filter(member -> keys.contains(key(member)))
                .toList());
    }

    /** Gives every reference to something that is not known an address. */
    private static void close(Node node, Set<String> known) {
        if (node instanceof MappingNode mapping) {
            mapping.setValue(mapping.getValue().stream()
                    .map(member -> new NodeTuple(member.getKeyNode(), closed(member.getValueNode(), known)))
                    .toList());
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(each -> close(each, known));
        }
    }

    private static Node closed(Node value, Set<String> known) {
        if (value instanceof ScalarNode scalar && scalar.getTag().equals(REF)) {
            String referred = scalar.getValue();
            return known.contains(referred) || referred.startsWith("AWS::")
                    ? scalar
                    : new ScalarNode(Tag.STR, ELSEWHERE, null, null, DumperOptions.ScalarStyle.PLAIN);
        }
        close(value, known);
        return value;
    }

    private static Node member(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .filter(member -> key(member).equals(key))
                .findFirst()
                .orElseThrow()
                .getValueNode();
    }

    private static String key(NodeTuple member) {
        return ((ScalarNode) member.getKeyNode()).getValue();
    }
}
