package io.terge.recipes.mergekit;

import static io.terge.recipes.mergekit.Expected.all;
import static io.terge.recipes.mergekit.Expected.model;
import static io.terge.recipes.mergekit.Expected.of;
import static io.terge.recipes.mergekit.Expected.own;

import io.terge.api.MergeRequestBuilder;
import io.terge.tensor.DType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is set explicitly because mergekit's default is another, and what each base is. */
class MethodsTest {

    private static final String TWO = "models: [{model: o/a}, {model: o/b}]\n";
    private static final String WEIGHT = "parameters: {weight: 1}\n";
    private static final String BASED = "base_model: o/base\n";

    private static String method(String name) {
        return "merge_method: " + name + "\n";
    }

    private static MergeRequestBuilder based(String method) {
        return of(method, "o/a", "o/b").base(model("o/base"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dare_linear", "dare_ties", "della", "della_linear"})
    void randomMethodsRescaleByTheSumOfMagnitudes(String name) {
        Reading.of(method(name) + BASED + TWO + WEIGHT)
                .isRequest(based(name).set(all("weight", "1")).set(all("rescale", "l1")))
                .hasNotes();
        Reading.of(method(name) + BASED + TWO + "parameters: {weight: 1, rescale: false}")
                .isRequest(based(name).set(all("weight", "1")).set(all("rescale", "none")));
        Reading.of(method(name) + BASED + TWO + "parameters: {weight: 1, density: 0.5}")
                .hasNotes("1:1: The random numbers are not those of mergekit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ties", "breadcrumbs", "breadcrumbs_ties", "task_arithmetic", "multislerp"})
    void weightedMethodsNeedNothingElse(String name) {
        Reading.of(method(name) + BASED + TWO + WEIGHT)
                .isRequest(based(name).set(all("weight", "1")))
                .hasNotes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sce", "ram"})
    void methodsWithoutWeightsNeedNothingElse(String name) {
        Reading.of(method(name) + BASED + TWO).isRequest(based(name)).hasNotes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ties", "sce", "ramplus_tl", "breadcrumbs"})
    void aBaseThatIsListedIsNotMerged(String name) {
        Reading.of(
                        method(name)
                                + BASED
                                + "models: [{model: o/base}, {model: o/a}, {model: o/b}]\n"
                                + "dtype: float32\n"
                                + (name.equals("ties") || name.equals("breadcrumbs") ? WEIGHT : ""))
                .isRequest(
                        name.equals("ties") || name.equals("breadcrumbs")
                                ? based(name).set(all("weight", "1")).dtype(DType.F32)
                                : based(name).dtype(DType.F32))
                .hasNotes();
    }

    @Test
    void breadcrumbsOfSmallParametersDiffer() {
        Reading.of(method("breadcrumbs") + BASED + TWO + "parameters: {weight: 1, density: 0.9}")
                .isRequest(based("breadcrumbs").set(all("weight", "1")).set(all("density", "0.9")))
                .hasNotes("1:1: mergekit takes no changes of parameters with fewer than 1 / gamma");
    }

    @Test
    void selectionsOfNothingDiffer() {
        Reading.of(method("sce") + BASED + TWO + "parameters: {select_topk: 0.1}")
                .isRequest(based("sce").set(all("select_topk", "0.1")))
                .hasNotes("1:1: mergekit gives parameters of which 'select_topk' selects nothing");
    }

    @Test
    void onlyOneModelIsFused() {
        Reading.of(method("arcee_fusion") + BASED + "models: [{model: o/a}]\ndtype: bfloat16\n")
                .isRequest(of("arcee_fusion", "o/a").base(model("o/base")).dtype(DType.BF16))
                .hasNotes(
                        "1:1: mergekit estimates the quartiles",
                        "1:1: mergekit stores this as float32");
        Reading.of(method("nearswap") + BASED + "models: [{model: o/a}]\nparameters: {t: 0.1}")
                .isRequest(of("nearswap", "o/a").base(model("o/base")).set(all("t", "0.1")))
                .hasNotes();
    }

    @Test
    void resultsOfRamPlusAreNotAlwaysFloat32() {
        Reading.of(method("ramplus_tl") + BASED + TWO)
                .isRequest(based("ramplus_tl"))
                .hasNotes(
                        "1:1: mergekit stores this as float32 whatever 'dtype' is; here it has"
                                + " the type of the base");
        Reading.of(method("ramplus_tl") + BASED + TWO + "out_dtype: bfloat16\n")
                .isRequest(based("ramplus_tl").dtype(DType.BF16))
                .hasNotes();
    }

    @Test
    void theFormulaOfModelStockIsNotLimited() {
        Reading.of(method("model_stock") + BASED + TWO)
                .isRequest(based("model_stock").set(all("clamp", "false")))
                .hasNotes();
    }

    @Test
    void theBaseOfSlerpIsTheFirst() {
        String t = "parameters: {t: 0.5}\n";
        MergeRequestBuilder expected =
                of("slerp", "o/b", "o/a")
                        .base(0)
                        .set(all("t", "0.5"))
                        .set(all("linear_above", "0.9995"));
        Reading.of(method("slerp") + "base_model: o/b\n" + TWO + t).isRequest(expected);
        Reading.of(method("slerp") + "base_model: o/b\nmodels: [{model: o/a}]\n" + t)
                .isRequest(expected);
    }

    @Test
    void theMeansMergeTheBaseToo() {
        Reading.of(method("karcher") + BASED + TWO)
                .isRequest(of("karcher", "o/a", "o/b", "o/base").base(2))
                .hasNotes();
        Reading.of(method("linear") + BASED + TWO + WEIGHT)
                .isRequest(of("linear", "o/a", "o/b", "o/base").base(2).set(all("weight", "1")))
                .hasNotes();
        Reading.of(method("linear") + "base_model: o/b\n" + TWO + WEIGHT)
                .isRequest(of("linear", "o/a", "o/b").base(1).set(all("weight", "1")))
                .hasNotes();
    }

    @Test
    void theBaseOfNuslerpIsAThirdModel() {
        Reading.of(method("nuslerp") + BASED + TWO + WEIGHT)
                .isRequest(based("nuslerp").set(all("weight", "1")))
                .hasNotes();
        Reading.of(
                        method("nuslerp")
                                + "base_model: o/b\n"
                                + "models: [{model: o/a}, {model: o/b}, {model: o/c}]\n"
                                + WEIGHT)
                .isRequest(of("nuslerp", "o/a", "o/c").base(model("o/b")).set(all("weight", "1")))
                .hasNotes();
    }

    @Test
    void aModelThatIsListedTwiceIsMergedTwice() {
        Reading.of(
                        method("linear")
                                + "models:\n"
                                + "- {model: o/a, parameters: {weight: 1}}\n"
                                + "- {model: o/b, parameters: {weight: 2}}\n"
                                + "- {model: o/a, parameters: {weight: 3}}\n")
                .isRequest(
                        of("linear", "o/a", "o/b", "o/a")
                                .set(own(0, "weight", "1"))
                                .set(own(1, "weight", "2"))
                                .set(own(2, "weight", "3")))
                .hasNotes("5:3: 'o/a' is listed again: mergekit uses only the last");
    }

    @Test
    void oneModelPassesThrough() {
        Reading.of(method("passthrough") + "models: [{model: o/a, parameters: {scale: 2}}]")
                .isRequest(of("passthrough", "o/a").set(own(0, "scale", "2")))
                .hasNotes();
        Reading.of(method("passthrough") + "base_model: o/a\nmodels: [{model: o/a}]")
                .isRequest(of("passthrough", "o/a").base(0))
                .hasNotes();
    }

    @Test
    void aBaseAloneIsTheResult() {
        Reading.of(method("ties") + BASED + "models: [{model: o/base}]\n")
                .isRequest(of("ties", "o/base").base(0))
                .hasNotes();
    }
}
