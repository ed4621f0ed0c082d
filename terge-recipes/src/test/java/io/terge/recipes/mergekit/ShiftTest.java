package io.terge.recipes.mergekit;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.Layout;
import io.terge.api.ModelScope;
import io.terge.api.Setting;
import io.terge.recipes.yaml.Place;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Filters see the numbers of layers in the model, selectors those in the output. */
class ShiftTest {

    private static final int FIRST = 9;
    private static final int END = 23;
    private static final int OUTPUT = 2;

    private static final List<String> FILTERS =
            List.of(
                    "layers.1.",
                    "layers.10.",
                    "layers.1",
                    "layers.12",
                    ".1.",
                    ".10.w",
                    "experts.1",
                    "experts.1.",
                    "layers.12.experts.1.",
                    ".1x",
                    ".1",
                    "mlp");

    /** A filter is a text in a name: what is selected is compared name by name. */
    @Test
    void whatIsSelectedInTheOutputIsWhatTheFilterMatchesInTheModel() {
        for (String filter : FILTERS) {
            String selector =
                    new Shift(FIRST, END, OUTPUT).selector(condition(filter)).orElseThrow();
            Pattern selected = Pattern.compile(selector.substring("regex:".length()));
            for (int layer = FIRST; layer < END; layer++) {
                for (String rest : List.of("", ".w", ".experts.1.w", ".1.w", ".1x.w", ".mlp.12")) {
                    assertThat(selected.matcher(name(layer - FIRST + OUTPUT, rest)).find())
                            .as("'%s' in %s", filter, name(layer, rest))
                            .isEqualTo(name(layer, rest).contains(filter));
                }
            }
            assertThat(selected.matcher("embed.1x.w").find())
                    .isEqualTo("embed.1x.w".contains(filter));
        }
    }

    @Test
    void whatIsSetForAllIsForEachModelOfASlice() {
        Layout layout =
                Reading.of(
                                """
                                merge_method: linear
                                parameters: {weight: [{filter: layers.3., value: 2}, {value: 1}]}
                                slices:
                                - sources:
                                  - {model: o/a, layer_range: [2, 4]}
                                  - {model: o/b, layer_range: [0, 2]}
                                """)
                        .request()
                        .layout();

        List<Setting> settings = ((Layout.Slices) layout).slices().getFirst().settings();
        assertThat(weight(settings, 0, "model.layers.1.w")).isEqualTo("2");
        assertThat(weight(settings, 0, "model.layers.0.w")).isEqualTo("1");
        assertThat(weight(settings, 1, "model.layers.1.w")).isEqualTo("1");
    }

    private static String weight(List<Setting> settings, int model, String name) {
        return settings.stream()
                .filter(setting -> setting.models().equals(ModelScope.model(model)))
                .filter(
                        setting ->
                                setting.selector().equals("*")
                                        || Pattern.compile(setting.selector().substring(6))
                                                .matcher(name)
                                                .find())
                .map(setting -> setting.value().text())
                .findFirst()
                .orElse("");
    }

    private static String name(int layer, String rest) {
        return "model.layers." + layer + rest;
    }

    private static Condition condition(String filter) {
        return new Condition(Optional.of(filter), List.of(1.0), false, new Place("", 1, 1));
    }
}
