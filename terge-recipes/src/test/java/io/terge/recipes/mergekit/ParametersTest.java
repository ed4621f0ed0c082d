package io.terge.recipes.mergekit;

import static io.terge.recipes.mergekit.Expected.all;
import static io.terge.recipes.mergekit.Expected.model;
import static io.terge.recipes.mergekit.Expected.of;
import static io.terge.recipes.mergekit.Expected.own;

import io.terge.api.SettingValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {

    @Test
    void modelsComeBeforeWhatIsForAll() {
        Reading.of(
                        """
                        merge_method: linear
                        parameters: {weight: 0.25, normalize: false}
                        models:
                        - model: o/a
                          parameters: {weight: 0.5}
                        - model: o/b
                        """)
                .isRequest(
                        of("linear", "o/a", "o/b")
                                .set(own(0, "weight", "0.5"))
                                .set(all("weight", "0.25"))
                                .set(all("normalize", "false")))
                .hasNotes();
    }

    @Test
    void modulesComeBeforeWhatIsForAll() {
        Reading.of(
                        """
                        merge_method: linear
                        modules:
                          default:
                            subfolder: text
                            models: [{model: o/a}, {model: o/b}]
                            parameters: {weight: 1}
                        parameters: {weight: 2}
                        """)
                .isRequest(
                        of("linear", "o/a", "o/b").set(all("weight", "1")).set(all("weight", "2")))
                .hasNotes("4:5: 'subfolder' has no effect, here and in mergekit");
    }

    @Test
    void filtersAreTextsInNamesAndTheFirstWins() {
        Reading.of(
                        """
                        merge_method: linear
                        models:
                        - model: o/a
                          parameters:
                            weight:
                            - {filter: layers.0., value: 1}
                            - {filter: 'a+b(c)', value: [0, 0.5]}
                            - {filter: '*', value: 2}
                            - {filter: mlp, value: 3}
                        - model: o/b
                          parameters: {weight: [{value: 0.1}]}
                        """)
                .isRequest(
                        of("linear", "o/a", "o/b")
                                .set(own("regex:layers\\.0\\.", 0, "weight", SettingValue.of(1)))
                                .set(
                                        own(
                                                "regex:a\\+b\\(c\\)",
                                                0,
                                                "weight",
                                                SettingValue.gradient(0, 0.5)))
                                .set(own(0, "weight", "2"))
                                .set(own(1, "weight", "0.1")))
                .hasNotes("9:28: This value of 'weight' has no effect: an earlier one is for all");
    }

    @Test
    void whatNoFilterMatchesFallsThrough() {
        Reading.of(
                        """
                        merge_method: slerp
                        base_model: o/a
                        models: [{model: o/a}, {model: o/b}]
                        parameters:
                          t: [{filter: self_attn, value: [0, 1]}, {filter: mlp, value: 0.5}]
                        """)
                .isRequest(
                        of("slerp", "o/a", "o/b")
                                .base(0)
                                .set(all("regex:self_attn", "t", SettingValue.gradient(0, 1)))
                                .set(all("regex:mlp", "t", SettingValue.of(0.5)))
                                .set(all("linear_above", "0.9995")))
                .hasNotes();
    }

    @Test
    void weightsThatOnlyFiltersSetAreTold() {
        Reading.of(
                        """
                        merge_method: linear
                        models: [{model: o/a, parameters: {weight: [{filter: mlp, value: 2}]}}]
                        """)
                .hasNotes("2:36: 'weight' is 1 where no filter matches; mergekit stops there");
    }

    @Test
    void aSingleMappingIsAListOfOne() {
        Reading.of(
                        """
                        merge_method: linear
                        models: [{model: o/a}, {model: o/b}]
                        parameters: {weight: {value: 0.5}}
                        """)
                .isRequest(of("linear", "o/a", "o/b").set(all("weight", "0.5")))
                .hasNotes("3:22: 'weight' is a single mapping, which stops mergekit");
    }

    @ParameterizedTest
    @CsvSource({
        "1e-5, 1.0E-5",
        "1.0e-06, 1.0E-6",
        "'\"0.5\"', 0.5",
        "1_000, 1000",
        ".5, 0.5",
        "2., 2",
        "-1, -1",
        "0x10, 16",
        "true, 1",
        "No, 0"
    })
    void numbersAreWrittenAsInPython(String written, String value) {
        Reading.of(
                        """
                        merge_method: linear
                        models: [{model: o/a, parameters: {weight: %s}}]
                        """
                                .formatted(written))
                .isRequest(of("linear", "o/a").set(own(0, "weight", value)));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "yes, true", "1, true", "1.0, true", "false, false", "0, false"})
    void flagsMayBeNumbers(String written, String value) {
        Reading.of(
                        """
                        merge_method: model_stock
                        base_model: o/base
                        models: [{model: o/a}, {model: o/b}]
                        parameters: {filter_wise: %s}
                        """
                                .formatted(written))
                .isRequest(
                        of("model_stock", "o/a", "o/b")
                                .base(model("o/base"))
                                .set(all("filter_wise", value))
                                .set(all("clamp", "false")));
    }

    @Test
    void densitiesAboveOneAreOne() {
        Reading.of(
                        """
                        merge_method: ties
                        base_model: o/base
                        models: [{model: o/a, parameters: {weight: 1, density: 1.5}}]
                        """)
                .isRequest(
                        of("ties", "o/a")
                                .base(model("o/base"))
                                .set(own(0, "weight", "1"))
                                .set(own(0, "density", "1")));
    }

    @Test
    void whatHasNoEffectIsTold() {
        Reading.of(
                        """
                        merge_method: task_arithmetic
                        base_model: o/base
                        models:
                        - model: o/base
                          parameters: {weight: 1}
                        - model: o/a
                          parameters: {weight: 1, density: 0.5, lambda: 2, t: 0.5}
                        parameters: {int8_mask: true, rescale: true}
                        """)
                .isRequest(
                        of("task_arithmetic", "o/a")
                                .base(model("o/base"))
                                .set(own(0, "weight", "1")))
                .hasNotes(
                        "5:16: The parameters of the base have no effect",
                        "7:27: 'density' does not change the result of 'task_arithmetic'",
                        "7:41: 'lambda' has no effect below a single model",
                        "7:52: 't' has no effect on 'task_arithmetic'",
                        "8:14: 'int8_mask' does not change the result",
                        "8:31: 'rescale' does not change the result");
    }

    @Test
    void mergekitsKarcherHasNoWeights() {
        Reading.of(
                        """
                        merge_method: karcher
                        models: [{model: o/a, parameters: {weight: 0.9}}, {model: o/b}]
                        parameters: {max_iter: 10.0}
                        """)
                .isRequest(of("karcher", "o/a", "o/b").set(all("max_iter", "10")))
                .hasNotes("2:36: 'weight' has no effect on 'karcher'");
    }

    @Test
    void rowsOfFlattenedTensorsHaveNoEffect() {
        Reading.of(
                        """
                        merge_method: nuslerp
                        models: [{model: o/a}, {model: o/b}]
                        parameters: {weight: 1, nuslerp_row_wise: true}
                        """)
                .isRequest(of("nuslerp", "o/a", "o/b").set(all("weight", "1")))
                .hasNotes("3:25: 'nuslerp_row_wise' has no effect, here and in mergekit, unless");
    }
}
