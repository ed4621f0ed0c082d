package io.terge.testkit;

import io.terge.spi.MethodDescription;
import io.terge.spi.MethodOption;

import java.util.HashSet;
import java.util.Set;

/** What has to hold of a method's description. */
record DescriptionChecks(Subject subject) {

    void check(MethodDescription description) {
        subject.check(
                description.summary().lines().count() <= 1,
                "the summary is more than one line: " + description.summary());
        Set<String> names = new HashSet<>();
        for (MethodOption option : description.options()) {
            String called = "option '" + option.name() + "'";
            subject.check(
                    option.name().matches("[a-z][a-z0-9_-]*"),
                    called + " does not match [a-z][a-z0-9_-]*");
            subject.check(names.add(option.name()), called + " is described twice");
            subject.check(!option.help().isBlank(), called + " has no help");
            subject.check(
                    option.help().lines().count() == 1,
                    called + " has a help of more than one line");
            checkDefault(option, called);
        }
    }

    private void checkDefault(MethodOption option, String called) {
        String value = option.defaultValue();
        switch (option.type()) {
            case NUMBER -> checkNumber(option, called);
            case FLAG ->
                    subject.check(
                            value.equals("true") || value.equals("false"),
                            called + " is a flag, but its default is '" + value + "'");
            case TEXT -> {
                subject.check(
                        option.choices().isEmpty() || option.choices().contains(value),
                        "%s has the default '%s', which is none of %s"
                                .formatted(called, value, option.choices()));
                subject.check(
                        Set.copyOf(option.choices()).size() == option.choices().size(),
                        called + " has a choice twice: " + option.choices());
            }
        }
    }

    private void checkNumber(MethodOption option, String called) {
        double value = Double.NaN;
        try {
            value = Double.parseDouble(option.defaultValue());
        } catch (NumberFormatException notANumber) {
            subject.check(
                    false,
                    called + " is a number, but its default is '" + option.defaultValue() + "'");
        }
        subject.check(
                Double.isFinite(value) && value >= option.minimum() && value <= option.maximum(),
                "%s has the default %s, which is not within %s and %s"
                        .formatted(
                                called, option.defaultValue(), option.minimum(), option.maximum()));
    }
}
