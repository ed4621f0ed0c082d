package io.terge.examples.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import org.jspecify.annotations.NullMarked;

import java.util.List;
import java.util.Map;

/** What holds in every class. */
final class NamingRules {

    // "Base" is a word of ours, the base of a merge: only as a kind of class is it a bad name.
    private static final String BAD_WORDS =
            ".*(Util|Utils|Utility|Helper|Manager|Impl|Abstract)([A-Z0-9].*)?";

    private NamingRules() {}

    static List<CheckedRule> all() {
        return List.of(nullMarked(), goodNames(), noBaseClasses(), noStaticState());
    }

    private static CheckedRule nullMarked() {
        return CheckedRule.of(
                classes()
                        .that()
                        .resideInAPackage("io.terge..")
                        .should(beInANullMarkedPackage())
                        .as("Every package is @NullMarked"),
                "io.terge.other.Offender",
                "");
    }

    private static CheckedRule goodNames() {
        return CheckedRule.of(
                noClasses()
                        .should()
                        .haveNameMatching(BAD_WORDS)
                        .as("No name says Util, Helper, Manager, Impl or Abstract"),
                "io.terge.engine.PlanUtils",
                "");
    }

    private static CheckedRule noBaseClasses() {
        return CheckedRule.ofSources(
                noClasses()
                        .that()
                        .haveModifier(JavaModifier.ABSTRACT)
                        .and()
                        .areNotInterfaces()
                        .should()
                        .haveNameMatching(".*\\.(Base[A-Z].*|.*[a-z]Base)")
                        .as("No class is a Base to inherit from"),
                Map.of(
                        "io.terge.engine.BaseAdapter",
                        "package io.terge.engine; public abstract class BaseAdapter {}"));
    }

    private static CheckedRule noStaticState() {
        return CheckedRule.of(
                fields().that()
                        .areStatic()
                        .and()
                        .areDeclaredInClassesThat()
                        .resideInAPackage("io.terge..")
                        .should()
                        .beFinal()
                        .as("There is no static state"),
                "io.terge.engine.Offender",
                "static int count;");
    }

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a @NullMarked package") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
                    String message = item.getPackageName() + " is not @NullMarked";
                    events.add(SimpleConditionEvent.violated(item, message));
                }
            }
        };
    }
}
