package io.terge.recipes.mergekit;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.MergeRequest;
import io.terge.api.ModelScope;
import io.terge.api.Rule;
import io.terge.api.Setting;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.regex.Pattern;

/** Modules of architectures that have several. */
class ModulesTest {

    @Test
    void modulesAreToldByNamesAndOthersAreCopied() {
        MergeRequest request =
                Reading.of(
                                """
                                merge_method: linear
                                modules:
                                  text_decoder:
                                    models:
                                    - {model: o/a, parameters: {weight: [{filter: mlp, value: 3}]}}
                                    - {model: o/b}
                                    parameters: {weight: 2}
                                  multi_modal_projector:
                                    models: [{model: o/a}, {model: o/b}]
                                parameters: {weight: 1}
                                """)
                        .hasNotes("3:3: Modules that are not listed are copied from the base;")
                        .request();

        List<String> names =
                List.of(
                        "language_model.model.layers.0.mlp.up_proj.weight",
                        "language_model.lm_head.weight",
                        "model.norm.weight",
                        "multi_modal_projector.linear_1.weight",
                        "model.multi_modal_projector.norm.weight",
                        "visual.merger.mlp.0.weight",
                        "vision_tower.transformer.layers.0.mlp.weight",
                        "visual.blocks.0.mlp.fc1.weight");
        assertThat(request.models()).hasSize(2);
        assertThat(names.stream().filter(name -> matches(request.included(), name)))
                .containsExactlyElementsOf(names.subList(0, 6));
        assertThat(names.stream().map(name -> weight(request, name)))
                .containsExactly("3", "2", "2", "1", "1", "1", "1", "1");
    }

    @Test
    void encodersAndDecodersAreModules() {
        MergeRequest request =
                Reading.of(
                                """
                                merge_method: linear
                                modules:
                                  encoder: {models: [{model: o/a}, {model: o/b}]}
                                  shared: {models: [{model: o/a}, {model: o/b}]}
                                parameters: {weight: 1}
                                """)
                        .request();

        assertThat(
                        List.of(
                                        "encoder.block.0.layer.0.layer_norm.weight",
                                        "model.encoder.layers.0.fc1.weight",
                                        "shared.weight",
                                        "lm_head.weight",
                                        "decoder.block.0.layer.1.EncDecAttention.q.weight",
                                        "model.decoder.layers.0.encoder_attn.q_proj.weight")
                                .stream()
                                .filter(name -> matches(request.included(), name)))
                .hasSize(4);
    }

    @Test
    void theParametersOfAnOnlyModuleAreForAllThatIsMerged() {
        MergeRequest request =
                Reading.of(
                                """
                                merge_method: linear
                                modules:
                                  vision_tower:
                                    models:
                                    - {model: o/a, parameters: {weight: 2}}
                                    - {model: o/b, parameters: {weight: 1}}
                                """)
                        .request();

        assertThat(request.included()).hasSize(1);
        assertThat(request.settings()).contains(Expected.own(0, "weight", "2"));
    }

    private static boolean matches(List<String> selectors, String name) {
        return selectors.stream().anyMatch(selector -> matches(selector, name));
    }

    private static boolean matches(String selector, String name) {
        return selector.equals(Rule.EVERY_PARAMETER)
                || Pattern.compile(selector.substring("regex:".length())).matcher(name).find();
    }

    /** The weight of the first model. */
    private static String weight(MergeRequest request, String name) {
        return request.settings().stream()
                .filter(setting -> setting.name().equals(Setting.WEIGHT))
                .filter(setting -> !setting.models().equals(ModelScope.model(1)))
                .filter(setting -> matches(setting.selector(), name))
                .map(setting -> setting.value().text())
                .findFirst()
                .orElse("");
    }
}
