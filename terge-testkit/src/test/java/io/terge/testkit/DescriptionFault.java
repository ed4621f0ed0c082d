package io.terge.testkit;

import static io.terge.testkit.FaultyMethods.PLAIN;
import static io.terge.testkit.FaultyMethods.linear;
import static io.terge.testkit.FaultyMethods.method;
import static io.terge.testkit.FaultyMethods.named;
import static io.terge.testkit.FaultyMethods.with;

import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.MethodOptions;
import io.terge.spi.method.Output;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** Methods whose name, description or options are not as they should be. */
enum DescriptionFault implements MethodCase {
    HAS_A_BAD_NAME("hasAWellFormedName", () -> named("Mean of All")),
    HAS_AN_EMPTY_NAME("hasAWellFormedName", () -> named("")),
    HAS_AN_OPTION_TWICE("describesItselfWell", () -> with(flag("a", "A."), flag("a", "B."))),
    HAS_AN_OPTION_WITHOUT_HELP("describesItselfWell", () -> with(flag("a", " "))),
    HAS_AN_OPTION_OF_A_BAD_NAME("describesItselfWell", () -> with(flag("A b", "A."))),
    HAS_AN_OPTION_THAT_IS_THE_WEIGHT("describesItselfWell", () -> with(flag("weight", "A."))),
    HAS_A_DEFAULT_OUT_OF_RANGE(
            "describesItselfWell",
            () -> with(MethodOption.number("a", "A.").between(0, 1).orElse(2))),
    HAS_A_FRACTION_AS_A_WHOLE_DEFAULT(
            "describesItselfWell", () -> with(MethodOption.whole("a", "A.").orElse(0.5))),
    HAS_BOUNDS_UPSIDE_DOWN(
            "describesItselfWell", () -> with(MethodOption.number("a", "A.").between(1, 0))),
    HAS_A_DEFAULT_THAT_IS_NO_CHOICE(
            "describesItselfWell", () -> with(MethodOption.text("a", "A.", "x", "y").orElse("z"))),
    HAS_A_CHOICE_TWICE(
            "describesItselfWell", () -> with(MethodOption.text("a", "A.", "x", "x").orElse("x"))),
    HAS_A_SUMMARY_OF_TWO_LINES(
            "describesItselfWell",
            () -> method(MethodDescription.of("One.\nTwo."), FaultyMethods::linear)),
    CHANGES_ITS_DESCRIPTION(
            "describesItselfTheSameEachTime",
            () -> {
                AtomicInteger count = new AtomicInteger();
                return new FaultyMethods.Described(
                        () -> MethodDescription.of("Call " + count.incrementAndGet()),
                        FaultyMethods::linear,
                        "faulty");
            }),
    REFUSES_ITS_DEFAULTS(
            "findsNoFaultInUsualValues",
            () -> refusing(options -> List.of("k must be more than " + options.whole("k")))),
    SAYS_NOTHING_OF_A_FAULT(
            "takesEveryValueThatItsOptionsAllow",
            () -> refusing(options -> options.whole("k") == 2 ? List.of() : List.of(" "))),
    FAILS_FOR_A_CHOICE(
            "takesEveryValueThatItsOptionsAllow",
            () ->
                    failing(
                            MethodOption.text("a", "A.", "x", "y").orElse("x"),
                            options -> options.text("a").equals("y"))),
    FAILS_FOR_A_WHOLE_NUMBER(
            "takesEveryValueThatItsOptionsAllow",
            () ->
                    failing(
                            MethodOption.whole("a", "A.").between(1, 9).orElse(1),
                            options -> options.whole("a") == 9)),
    LOOKS_FOR_AN_OPTION_PER_MODEL_ELSEWHERE(
            "returnsAnOutputThatFits",
            () ->
                    method(
                            PLAIN.option(MethodOption.number("a", "A.").between(0, 1).perModel()),
                            merge -> Output.linear(merge.options().number("a")))),
    CANNOT_DO_MODELS_WITH_OPTIONS_OF_THEIR_OWN(
            "returnsAnOutputThatFits",
            () ->
                    method(
                            PLAIN.option(MethodOption.number("a", "A.").between(0, 1).perModel()),
                            merge -> {
                                long different =
                                        merge.inputs().stream()
                                                .map(input -> input.options().number("a"))
                                                .distinct()
                                                .count();
                                return different == 1 ? linear(merge) : Output.linear();
                            }));

    private final String caughtBy;
    private final Supplier<MergeMethod> method;

    DescriptionFault(String caughtBy, Supplier<MergeMethod> method) {
        this.caughtBy = caughtBy;
        this.method = method;
    }

    @Override
    public String caughtBy() {
        return caughtBy;
    }

    @Override
    public MergeMethod create() {
        return method.get();
    }

    private static MethodOption flag(String name, String help) {
        return MethodOption.flag(name, help).orElse(true);
    }

    private static MergeMethod refusing(Function<MethodOptions, List<String>> refusal) {
        MethodDescription description =
                PLAIN.option(MethodOption.whole("k", "K.").between(1, 3).orElse(2));
        return new FaultyMethods.Choosy(
                description, options -> description.access(), refusal, FaultyMethods::linear);
    }

    private static MergeMethod failing(
            MethodOption option, Function<MethodOptions, Boolean> fails) {
        return method(
                PLAIN.option(option),
                merge -> {
                    if (fails.apply(merge.options())) {
                        throw new IllegalStateException("Not yet");
                    }
                    return linear(merge);
                });
    }
}
