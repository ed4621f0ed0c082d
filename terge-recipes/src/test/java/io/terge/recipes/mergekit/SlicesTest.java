package io.terge.recipes.mergekit;

import static io.terge.recipes.mergekit.Expected.all;
import static io.terge.recipes.mergekit.Expected.baseSource;
import static io.terge.recipes.mergekit.Expected.model;
import static io.terge.recipes.mergekit.Expected.of;
import static io.terge.recipes.mergekit.Expected.own;
import static io.terge.recipes.mergekit.Expected.slice;
import static io.terge.recipes.mergekit.Expected.slices;
import static io.terge.recipes.mergekit.Expected.source;

import io.terge.api.Layout;
import io.terge.api.ModelScope;
import io.terge.api.SettingValue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class SlicesTest {

    @Test
    void layersAreStacked() {
        Reading.of(
                        """
                        merge_method: passthrough
                        slices:
                        - sources: [{model: o/a, layer_range: [0, 3]}]
                        - sources: [{model: o/b, layer_range: ["1", 4]}]
                        - sources: [{model: o/a, layer_range: [2, 4]}]
                          residual_weight: 0.5
                        """)
                .isRequest(
                        of("passthrough", "o/a", "o/b")
                                .layout(
                                        slices(
                                                slice(List.of(source(0, 0, 3))),
                                                slice(List.of(source(1, 1, 4))),
                                                slice(List.of(source(0, 2, 4))))))
                .hasNotes("6:3: 'residual_weight' has no effect, here and in mergekit");
    }

    @Test
    void sourcesComeBeforeSlicesBeforeAll() {
        Reading.of(
                        """
                        merge_method: task_arithmetic
                        base_model: o/base
                        parameters: {weight: 3, lambda: 0.5}
                        slices:
                        - parameters: {weight: 2, normalize: true}
                          sources:
                          - {model: o/base, layer_range: [0, 2]}
                          - {model: o/a, layer_range: [0, 2], parameters: {weight: [0, 1]}}
                        - sources:
                          - {model: o/base, layer_range: [2, 3]}
                          - {model: o/b, layer_range: [3, 4]}
                        """)
                .isRequest(
                        of("task_arithmetic", "o/a", "o/b")
                                .base(model("o/base"))
                                .layout(
                                        slices(
                                                slice(
                                                        List.of(baseSource(0, 2), source(0, 0, 2)),
                                                        own(
                                                                "*",
                                                                0,
                                                                "weight",
                                                                SettingValue.gradient(0, 1)),
                                                        all("weight", "2"),
                                                        all("normalize", "true")),
                                                slice(List.of(baseSource(2, 3), source(1, 3, 4)))))
                                .set(all("weight", "3"))
                                .set(all("lambda", "0.5")))
                .hasNotes();
    }

    @Test
    void aSliceMayHaveABaseOfItsOwn() {
        Reading.of(
                        """
                        merge_method: ram
                        base_model: o/base
                        slices:
                        - sources:
                          - {model: o/base, layer_range: [0, 2]}
                          - {model: o/a, layer_range: [0, 2]}
                        - base_model: o/a
                          sources:
                          - {model: o/base, layer_range: [2, 4]}
                          - {model: o/a, layer_range: [2, 4]}
                        """)
                .isRequest(
                        of("ram", "o/base", "o/a")
                                .base(0)
                                .layout(
                                        slices(
                                                slice(List.of(source(0, 0, 2), source(1, 0, 2))),
                                                new Layout.Slice(
                                                        List.of(source(0, 2, 4), source(1, 2, 4)),
                                                        Optional.of(ModelScope.model(1)),
                                                        List.of()))))
                .hasNotes();
    }

    @Test
    void theBaseOfASliceIsTheFirstOfSlerp() {
        Reading.of(
                        """
                        merge_method: slerp
                        base_model: o/a
                        parameters: {t: 0.25}
                        slices:
                        - sources: [{model: o/b, layer_range: [0, 1]}]
                        - sources: [{model: o/b, layer_range: [0, 2]}, {model: o/a, layer_range: [0, 2]}]
                        - base_model: o/b
                          sources: [{model: o/a, layer_range: [2, 4]}, {model: o/b, layer_range: [2, 4]}]
                        """)
                .isRequest(
                        of("slerp", "o/a", "o/b", "o/a")
                                .base(0)
                                .layout(
                                        slices(
                                                slice(List.of(source(1, 0, 1))),
                                                slice(List.of(source(0, 0, 2), source(1, 0, 2))),
                                                new Layout.Slice(
                                                        List.of(source(1, 2, 4), source(2, 2, 4)),
                                                        Optional.of(ModelScope.model(1)),
                                                        List.of())))
                                .set(all("t", "0.25"))
                                .set(all("linear_above", "0.9995")))
                .hasNotes("7:3: The last slice has more sources than the first");
    }

    @Test
    void aModelThatASliceHasTwiceIsListedTwice() {
        Reading.of(
                        """
                        merge_method: linear
                        slices:
                        - sources:
                          - {model: o/a, layer_range: [0, 2], parameters: {weight: 1}}
                          - {model: o/a, layer_range: [2, 4], parameters: {weight: 2}}
                        - sources: [{model: o/a, layer_range: [3, 4], parameters: {weight: 3}}]
                        """)
                .isRequest(
                        of("linear", "o/a", "o/a")
                                .layout(
                                        slices(
                                                slice(
                                                        List.of(source(0, 0, 2), source(1, 2, 4)),
                                                        own(0, "weight", "1"),
                                                        own(1, "weight", "2")),
                                                slice(
                                                        List.of(source(0, 3, 4)),
                                                        own(0, "weight", "3")))))
                .hasNotes("5:5: 'o/a' is listed again: mergekit uses only the last");
    }

    @Test
    void aliasesOfASourceAreSourcesOfTheirOwn() {
        Reading.of(
                        """
                        merge_method: karcher
                        slices:
                        - sources: [&s {model: o/a, layer_range: [0, 2]}, *s]
                        """)
                .isRequest(
                        of("karcher", "o/a", "o/a")
                                .layout(slices(slice(List.of(source(0, 0, 2), source(1, 0, 2))))));
    }

    @Test
    void theBaseOnlyGivesItsConfigurationToPassthrough() {
        Reading.of(
                        """
                        merge_method: passthrough
                        base_model: o/base
                        slices:
                        - sources: [{model: o/a, layer_range: [0, 3]}]
                          base_model: o/a
                        """)
                .isRequest(
                        of("passthrough", "o/a")
                                .base(model("o/base"))
                                .layout(slices(slice(List.of(source(0, 0, 3))))))
                .hasNotes("5:15: 'base_model' of a slice has no effect on 'passthrough'");
    }

    @Test
    void sourcesBeyondThoseOfTheFirstSliceCount() {
        Reading.of(
                        """
                        merge_method: karcher
                        slices:
                        - sources: [{model: o/a, layer_range: [0, 1]}]
                        - sources: [{model: o/a, layer_range: [0, 1]}, {model: o/b, layer_range: [0, 1]}]
                        """)
                .hasNotes("4:3: The last slice has more sources than the first: mergekit leaves");
    }

    @Test
    void filtersOfLayersAreForTheirNumbersInTheOutputWhereThatIsTheSame() {
        Reading.of(
                        """
                        merge_method: passthrough
                        slices:
                        - sources:
                          - model: o/a
                            layer_range: [0, 3]
                            parameters: {scale: [{filter: layers.1.mlp, value: 0}, {filter: w2, value: 2}]}
                        - sources:
                          - model: o/a
                            layer_range: [1, 4]
                            parameters: {scale: [{filter: w2, value: 2}]}
                        """)
                .isRequest(
                        of("passthrough", "o/a")
                                .layout(
                                        slices(
                                                slice(
                                                        List.of(source(0, 0, 3)),
                                                        own(
                                                                "regex:layers\\.1\\.mlp",
                                                                0,
                                                                "scale",
                                                                SettingValue.of(0)),
                                                        own(
                                                                "regex:w2",
                                                                0,
                                                                "scale",
                                                                SettingValue.of(2))),
                                                slice(
                                                        List.of(source(0, 1, 4)),
                                                        own(
                                                                "regex:w2",
                                                                0,
                                                                "scale",
                                                                SettingValue.of(2))))))
                .hasNotes();
    }
}
