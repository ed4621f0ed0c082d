package io.terge.examples.architecture;

import com.tngtech.archunit.lang.ArchRule;

import java.util.Map;

/**
 * A rule and what breaks it.
 *
 * @param rule the rule
 * @param offenders sources of classes by name, at least one of which breaks the rule
 */
record CheckedRule(ArchRule rule, Map<String, String> offenders) {

    CheckedRule {
        offenders = Map.copyOf(offenders);
    }

    /** A rule that a class with this body breaks. */
    static CheckedRule of(ArchRule rule, String offender, String body) {
        int dot = offender.lastIndexOf('.');
        String source =
                "package %s; public class %s { %s }"
                        .formatted(offender.substring(0, dot), offender.substring(dot + 1), body);
        return ofSources(rule, Map.of(offender, source));
    }

    static CheckedRule ofSources(ArchRule rule, Map<String, String> offenders) {
        return new CheckedRule(rule, offenders);
    }

    @Override
    public String toString() {
        return rule.getDescription();
    }
}
