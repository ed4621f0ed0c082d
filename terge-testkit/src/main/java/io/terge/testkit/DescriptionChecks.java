package io.terge.testkit;

import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;

import java.util.HashSet;
import java.util.Set;

/** What has to hold of a method's description. */
record DescriptionChecks(Subject subject) {

    private static final String NAME_OF_WEIGHTS = "weight";

    void check(MethodDescription description) {
        subject.check(
                description.summary().lines().count() <= 1,
                "the summary is more than one line: " + description.summary());
        subject.check(
                description.reference().lines().count() <= 1,
                "the reference is more than one line: " + description.reference());
        Set<String> names = new HashSet<>();
        for (MethodOption option : description.options()) {
            checkName(option);
            subject.check(names.add(option.name()), called(option) + " is declared twice");
            subject.check(!option.help().isBlank(), called(option) + " has no help");
            subject.check(
                    option.help().lines().count() == 1,
                    called(option) + " has a help of more than one line");
            checkValues(option);
        }
    }

    private void checkName(MethodOption option) {
        subject.check(
                option.name().matches("[a-z][a-z0-9_-]*"),
                called(option) + " does not match [a-z][a-z0-9_-]*");
        subject.check(
                !option.name().equals(NAME_OF_WEIGHTS),
                called(option) + " has the name of the models' weights");
    }

    private void checkValues(MethodOption option) {
        subject.check(
                option.minimum() <= option.maximum(),
                "%s has a minimum of %s and a maximum of %s"
                        .formatted(called(option), option.minimum(), option.maximum()));
        subject.check(
                Set.copyOf(option.choices()).size() == option.choices().size(),
                called(option) + " has a choice twice: " + option.choices());
        subject.check(
                option.defaultValue().map(option::allows).orElse(true),
                "%s must be %s, but its default is '%s'"
                        .formatted(
                                called(option), option.range(), option.defaultValue().orElse("")));
    }

    private static String called(MethodOption option) {
        return "option '" + option.name() + "'";
    }
}
