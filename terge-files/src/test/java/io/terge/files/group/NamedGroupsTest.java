package io.terge.files.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.format.ParameterGroup;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Stream;

class NamedGroupsTest {

    /** Parameters as {@code NAME:TYPE}, apart by blanks; together they are one group. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bitsandbytes | a.weight:U8 a.weight.absmax:F32 a.weight.quant_map:F32"
                        + " a.weight.nested_absmax:F32 a.weight.nested_quant_map:F32"
                        + " a.weight.quant_state.bitsandbytes__nf4:U8",
                "bitsandbytes | a.weight:BF16 a.weight.absmax:F32 a.weight.quant_map:F32"
                        + " a.weight.quant_state.bitsandbytes__fp4:U8",
                "bitsandbytes | a.weight:I8 a.SCB:F32 a.weight_format:U8",
                "GPTQ or AWQ | a.qweight:I32 a.qzeros:I32 a.scales:F16 a.g_idx:I32",
                "GPTQ or AWQ | a.qweight:I32 a.qzeros:I32 a.scales:F16",
                "EETQ | a.weight:I8 a.weight_scales:F16",
                "HQQ | a.W_q:U8 a.scale:F16 a.zero:F16 a.meta:U8",
                "codebook | a.codes:I8 a.codebooks:F16 a.scales:F16",
                "codebook | a.indices:I32 a.centroids.weight:F16 a.weight_scale:F16",
                "codebook | a.Qidxs:I64 a.SU:F16 a.SV:F16",
                "ExLlama | a.q_weight:I32 a.q_scale:I32 a.q_scale_max:F16 a.q_groups:I16",
                "sparse | a.compressed:BF16 a.bitmask:U8 a.row_offsets:I64 a.shape:I64",
                "Quanto | a.weight._data:I8 a.weight._scale:BF16 a.input_scale:BF16",
                "torchao | a.weight:qdata:F8_E4M3 a.weight:scale:F32",
                "compressed-tensors | a.weight_packed:I32 a.weight_scale:BF16 a.weight_shape:I64"
                        + " a.weight_zero_point:I32",
                "compressed-tensors | a.weight_packed:U8 a.weight_scale:F8_E4M3"
                        + " a.weight_global_scale:F32 a.input_global_scale:F32",
                "MXFP4 | e.gate_up_proj_blocks:U8 e.gate_up_proj_scales:U8",
                "MLX | a.weight:U32 a.scales:BF16 a.biases:BF16",
                "quantised weight | a.weight:F8_E4M3 a.weight_scale_inv:F32",
                "quantised weight | a.weight:F8_E4M3 a.weight_scale:F32 a.input_scale:F32",
                "quantised weight | a.weight:F8_E4M3 a.scale:F8_E8M0",
                "quantised weight | a.weight:F8_E5M2 a.scale_weight:F32 a.scale_input:F32",
                "quantised weight | a.weight:F8_E4M3FNUZ a.weight_scale:F32",
                "quantised weight | a.weight:F4 a.weight_scale:F8_E8M0",
                "quantised weight | a.weight:U8 a.weight_scale:F8_E4M3 a.weight_scale_2:F32"
                        + " a.input_scale:F32",
                "quantised weight | a.weight:I8 a.weight_scale:F32 a.weight_zero_point:I8",
                "quantised weight | a.weight:F8_E4M3 a.weight_scale_1:F32",
                "quantised weight | a.weight:F8_E4M3 a.weight_qscale:F32",
                "quantised weight | a.weight:F8_E4M3 a.weight_scale_factor:F32",
                "quantised weight | a.weight:I8 a.weight.SCB:F32",
                "quantised weight | a.weight:I8 a.dequant_scale:F32",
                "quantised weight | a.weight:I8 a.a:F32 a.b:F32",
                "torchao | a.weight:_data:I8 a.weight:_scale:F32",
                "quantised weight | e.down_proj:F8_E4M3 e.down_proj_scale_inv:F32",
                "quantised weight | s.k_proj.weight:F8_E4M3 s.k_proj.k_scale:F32 s.k_scale:F32",
                "low-rank | a.lora_A.weight:F32 a.lora_B.weight:F32",
                "low-rank | a.lora_A.default.weight:F32 a.lora_B.default.weight:F32"
                        + " a.lora_magnitude_vector:F32",
                "low-rank | lora_unet_x.lora_up.weight:F16 lora_unet_x.lora_down.weight:F16"
                        + " lora_unet_x.alpha:F16",
                "low-rank | x.hada_w1_a:F16 x.hada_w1_b:F16 x.hada_w2_a:F16 x.alpha:F32",
                "low-rank | x.lokr_w1:F16 x.lokr_w2_a:F16 x.lokr_w2_b:F16",
                "low-rank | x.qkv_lora1.up.weight:F32 x.qkv_lora1.down.weight:F32",
                "low-rank | to_q_lora.up.weight:F16 to_q_lora.down.weight:F16",
            })
    void whatBelongsTogetherIsOneGroup(String meaning, String parameters) {
        List<ParameterSpec> specs = specs(parameters);
        List<ParameterGroup> groups = NamedGroups.of(specs);
        assertThat(groups).hasSize(1);
        assertThat(groups.getFirst().meaning()).contains(meaning);
        assertThat(groups.getFirst().advice()).isNotBlank();
        assertThat(groups.getFirst().members())
                .containsExactlyInAnyOrderElementsOf(
                        specs.stream().map(ParameterSpec::name).toList());
    }

    /** Ordinary numbers, whatever their names. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.weight:F8_E4M3 b.weight:F8_E4M3 norm.weight:BF16",
                "a.weight:BF16 a.weight_scale:BF16 a.scale:F32 a.scales:F32",
                "mixer.A_log:F32 mixer.D:F32 mixer.dt_bias:F32",
                "logit_scale:F32 vision.embeddings.position_ids:I64 text.embeddings.scale:F32",
                "layer.layer_scale:F32 layer.gamma:F32 layer_scale1.gamma:F32",
                "bn.weight:F32 bn.bias:F32 bn.running_mean:F32 bn.num_batches_tracked:I64",
                "router.weight:F32 router.scale:F32 embed_scale:F32",
                "attn.W_q:F32 attn.W_k:F32 attn.scale:F32",
                "attn.w_lora.lora.0.weight:BF16 attn.w_lora.lora.2.weight:BF16",
                "x.alpha:F32 x.weight:F32",
                "a.qweight:I32 a.bias:F16",
                "a.mask:BOOL a.mask_scale:F32",
                "codes:F32 scales:F32 B:F32 s:F32",
                ""
            })
    void ordinaryNumbersAreInNone(String parameters) {
        assertThat(NamedGroups.of(specs(parameters))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "m.q_proj.qweight:I32 m.q_proj.scales:F16, m.q_proj.weight",
        "m.q_proj.weight_packed:I32 m.q_proj.weight_scale:F16, m.q_proj.weight",
        "e.down_proj_blocks:U8 e.down_proj_scales:U8, e.down_proj",
        "m.weight._data:I8 m.weight._scale:F16, m.weight",
        "m.weight:F8_E4M3 m.weight_scale:F32, ''",
        "base_model.model.m.q.lora_A.weight:F32 base_model.model.m.q.lora_B.weight:F32, m.q.weight"
    })
    void aGroupNamesTheParameterThatOtherModelsHave(String parameters, String whole) {
        assertThat(NamedGroups.of(specs(parameters)))
                .singleElement()
                .extracting(ParameterGroup::whole)
                .isEqualTo(whole);
    }

    @Test
    void eachWeightHasItsOwnGroup() {
        List<ParameterGroup> groups =
                NamedGroups.of(
                        specs(
                                "b.weight_scale:F32 a.weight:F8_E4M3 a.weight_scale:F32"
                                        + " b.weight:F8_E4M3 norm.weight:F32"));
        assertThat(groups)
                .extracting(ParameterGroup::members)
                .containsExactly(
                        List.of("b.weight", "b.weight_scale"),
                        List.of("a.weight", "a.weight_scale"));
    }

    private static List<ParameterSpec> specs(String parameters) {
        return Stream.of(parameters.trim().split(" +"))
                .filter(text -> !text.isEmpty())
                .map(NamedGroupsTest::spec)
                .toList();
    }

    private static ParameterSpec spec(String text) {
        int colon = text.lastIndexOf(':');
        DType dtype = DType.named(text.substring(colon + 1));
        return new ParameterSpec(text.substring(0, colon), dtype, Shape.of(8, 8), bytes(dtype));
    }

    private static long bytes(DType dtype) {
        return dtype.hasKnownSize() ? 8L * dtype.bits() : 64;
    }
}
