package io.terge.recipes.mergekit;

import static io.terge.recipes.mergekit.Parameter.Kind.FLAG;
import static io.terge.recipes.mergekit.Parameter.Kind.FRACTION;
import static io.terge.recipes.mergekit.Parameter.Kind.IGNORED;
import static io.terge.recipes.mergekit.Parameter.Kind.NUMBER;
import static io.terge.recipes.mergekit.Parameter.Kind.RESCALE;
import static io.terge.recipes.mergekit.Parameter.Kind.WHOLE;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The methods of mergekit; terge has the same names. */
enum MergekitMethod {
    LINEAR(BaseRole.MERGED, 1, Counts.ANY, weight(), flag("normalize")),
    SLERP(BaseRole.FIRST, 1, 2, Map.of("linear_above", "0.9995"), number("t").required()),
    NUSLERP(
            BaseRole.ORIGIN,
            2,
            2,
            weight(),
            flag("nuslerp_flatten").as("flatten"),
            flag("nuslerp_row_wise").as("row_wise")),
    MULTISLERP(BaseRole.ORIGIN, 1, Counts.ANY, weight(), flag("normalize_weights"), number("eps")),
    KARCHER(BaseRole.MERGED, 1, Counts.ANY, Parameter.of("max_iter", WHOLE), number("tol")),
    TASK_ARITHMETIC(
            BaseRole.APART,
            0,
            Counts.ANY,
            weight(),
            Parameter.of("density", IGNORED).perModel(),
            ignored("int8_mask"),
            flag("normalize"),
            ignored("rescale"),
            number("lambda")),
    TIES(BaseRole.APART, Map.of()),
    DARE_LINEAR(BaseRole.APART, Rescaled.BY_MAGNITUDE),
    DARE_TIES(BaseRole.APART, Rescaled.BY_MAGNITUDE),
    BREADCRUMBS(BaseRole.APART, Map.of(), number("gamma").perModel()),
    BREADCRUMBS_TIES(BaseRole.APART, Map.of(), number("gamma").perModel()),
    DELLA(BaseRole.APART, Rescaled.BY_MAGNITUDE, number("epsilon").perModel()),
    DELLA_LINEAR(BaseRole.APART, Rescaled.BY_MAGNITUDE, number("epsilon").perModel()),
    SCE(BaseRole.APART, 0, Counts.ANY, ignored("int8_mask"), Parameter.of("select_topk", FRACTION)),
    RAM(BaseRole.APART, 0, Counts.ANY, number("epsilon")),
    RAMPLUS_TL(BaseRole.APART, 0, Counts.ANY, number("r"), number("alpha"), number("epsilon")),
    MODEL_STOCK(BaseRole.APART, 2, Counts.ANY, Map.of("clamp", "false"), flag("filter_wise")),
    NEARSWAP(BaseRole.APART, 0, 1, number("t").required()),
    ARCEE_FUSION(BaseRole.APART, 0, 1),
    PASSTHROUGH(BaseRole.UNUSED, 1, 1, number("scale").perModel());

    /** What a method does with the base. */
    enum BaseRole {
        /** It is a model like the others. */
        MERGED,
        /** It is needed, and the first of two models. */
        FIRST,
        /** It may be given, and is not merged itself. */
        ORIGIN,
        /** It is needed, and is not merged itself. */
        APART,
        /** It only gives its configuration. */
        UNUSED;

        boolean isNeeded() {
            return this == FIRST || this == APART;
        }

        boolean isApart() {
            return this == ORIGIN || this == APART;
        }
    }

    private final BaseRole base;
    private final int fewest;
    private final int most;
    private final Map<String, String> fixed;
    private final List<Parameter> parameters;

    /** A method that combines sparse task vectors. */
    MergekitMethod(BaseRole base, Map<String, String> fixed, Parameter... more) {
        this(
                base,
                0,
                Counts.ANY,
                fixed,
                with(
                        more,
                        weight(),
                        Parameter.of("density", FRACTION).perModel(),
                        ignored("int8_mask"),
                        flag("normalize"),
                        Parameter.of("rescale", RESCALE),
                        number("lambda")));
    }

    MergekitMethod(BaseRole base, int fewest, int most, Parameter... parameters) {
        this(base, fewest, most, Map.of(), parameters);
    }

    MergekitMethod(
            BaseRole base,
            int fewest,
            int most,
            Map<String, String> fixed,
            Parameter... parameters) {
        this.base = base;
        this.fewest = fewest;
        this.most = most;
        this.fixed = fixed;
        this.parameters = List.of(parameters);
    }

    private static Parameter weight() {
        return number("weight").perModel().required();
    }

    private static Parameter number(String name) {
        return Parameter.of(name, NUMBER);
    }

    private static Parameter flag(String name) {
        return Parameter.of(name, FLAG);
    }

    private static Parameter ignored(String name) {
        return Parameter.of(name, IGNORED);
    }

    private static Parameter[] with(Parameter[] more, Parameter... shared) {
        Parameter[] all = Arrays.copyOf(shared, shared.length + more.length);
        System.arraycopy(more, 0, all, shared.length, more.length);
        return all;
    }

    /** Returns the method with a name. */
    static Optional<MergekitMethod> named(String name) {
        return Arrays.stream(values()).filter(method -> method.text().equals(name)).findFirst();
    }

    /** Whether any method has a parameter with a name. */
    static boolean isParameter(String name) {
        return Arrays.stream(values()).anyMatch(method -> method.parameter(name).isPresent());
    }

    static List<String> names() {
        return Arrays.stream(values()).map(MergekitMethod::text).toList();
    }

    /** Its name. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    BaseRole base() {
        return base;
    }

    /** How many models it merges at least, without a base that is apart. */
    int fewest() {
        return fewest;
    }

    /** How many models it merges at most, without a base that is apart. */
    int most() {
        return most;
    }

    /** The options that make terge's method the same as mergekit's, where no parameter does. */
    Map<String, String> fixed() {
        return fixed;
    }

    List<Parameter> parameters() {
        return parameters;
    }

    Optional<Parameter> parameter(String name) {
        return parameters.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** A number of models without a limit. */
    private static final class Counts {

        static final int ANY = Integer.MAX_VALUE;
    }

    /** The default of methods that drop at random. */
    private static final class Rescaled {

        static final Map<String, String> BY_MAGNITUDE = Map.of("rescale", "l1");
    }
}
