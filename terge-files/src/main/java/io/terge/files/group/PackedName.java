package io.terge.files.group;

import static io.terge.files.group.Packing.BITSANDBYTES;
import static io.terge.files.group.Packing.CODEBOOK;
import static io.terge.files.group.Packing.COMPRESSED;
import static io.terge.files.group.Packing.EETQ;
import static io.terge.files.group.Packing.EXL;
import static io.terge.files.group.Packing.GPTQ_OR_AWQ;
import static io.terge.files.group.Packing.HQQ;
import static io.terge.files.group.Packing.MARLIN;
import static io.terge.files.group.Packing.MLX;
import static io.terge.files.group.Packing.MX;
import static io.terge.files.group.Packing.QUANTO;
import static io.terge.files.group.Packing.SCALED;
import static io.terge.files.group.Packing.SPARSE;
import static io.terge.files.group.Packing.TORCHAO;

import java.util.List;
import java.util.stream.Stream;

/**
 * How the name of a packed weight ends, and the names of what belongs to it.
 *
 * @param packing what they are together
 * @param weight the end of the weight's name; empty for any name
 * @param whole the end of the unpacked weight's name, in place of {@code weight}
 * @param isTelling whether the names alone tell, whatever the weight's type
 * @param others the ends of the other names, in place of {@code weight}
 */
record PackedName(
        Packing packing, String weight, String whole, boolean isTelling, List<String> others) {

    private static final String WEIGHT = ".weight";

    /** The first that fits is the one that counts. */
    static final List<PackedName> ALL =
            List.of(
                    telling(
                            BITSANDBYTES,
                            "",
                            "",
                            ".absmax .quant_map .nested_absmax .nested_quant_map"
                                    + " .quant_state.bitsandbytes__nf4"
                                    + " .quant_state.bitsandbytes__fp4"),
                    packed(BITSANDBYTES, WEIGHT, ".SCB .weight_format"),
                    packed(GPTQ_OR_AWQ, ".qweight", ".scales .qzeros .zeros .g_idx .perm"),
                    packed(EETQ, WEIGHT, ".weight_scales"),
                    packed(EETQ, ".qweight", ".weight_scales"),
                    telling(
                            HQQ,
                            ".W_q",
                            WEIGHT,
                            ".zero .meta .nbits .quant_scale .quant_zero .encoded_state_dict"
                                    + " .stores_quant_config"),
                    packed(
                            HQQ,
                            ".W_q",
                            ".scale .group_size .axis .shape .packing .channel_wise .optimize"),
                    packed(CODEBOOK, ".codes", ".codebooks .scales"),
                    packed(
                            CODEBOOK,
                            ".indices",
                            ".centroids.weight .res_centroids.weight .outlier_centroids.weight"
                                    + " .res_indices .outlier_indices .weight_scale .weight_bias"
                                    + " .perm"),
                    packed(CODEBOOK, ".Qidxs", ".SU .SV .Wscale .codebook_id"),
                    packed(
                            EXL,
                            ".q_weight",
                            ".q_scale .q_scale_max .q_groups .q_group_map .q_invperm .q_perm"),
                    packed(EXL, ".trellis", ".suh .svh .su .sv .mcg .mul1"),
                    packed(MARLIN, ".B", ".s .workspace"),
                    telling(SPARSE, ".bitmask", WEIGHT, ".compressed .row_offsets .shape"),
                    new PackedName(
                            QUANTO,
                            ".weight._data",
                            WEIGHT,
                            true,
                            List.of(
                                    ".weight._scale",
                                    ".weight._shift",
                                    ".weight._zeropoint",
                                    ".input_scale",
                                    ".output_scale")),
                    telling(TORCHAO, "_qdata", "", "_scale _zero_point _scale_and_zero"),
                    telling(TORCHAO, ":_data", "", ":_scale :_zero_point"),
                    telling(TORCHAO, ":qdata", "", ":scale :zero_point :scale_and_zero"),
                    telling(
                            COMPRESSED,
                            ".weight_packed",
                            WEIGHT,
                            ".weight_scale .weight_scale_2 .weight_global_scale .weight_zero_point"
                                    + " .weight_shape .weight_g_idx .input_scale"
                                    + " .input_global_scale .input_zero_point .output_scale"
                                    + " .k_scale .v_scale .q_scale"),
                    new PackedName(MX, "_blocks", "", false, List.of("_scales")),
                    packed(MLX, WEIGHT, ".biases .scales"),
                    packed(
                            SCALED,
                            "",
                            "_scale _scale_inv _scale_1 _scale_2 _scales _qscale _scale_factor"
                                    + " _zero_point _scale_weight _scaling .scale .scales"
                                    + " .scale_inv .SCB"),
                    packed(
                            SCALED,
                            WEIGHT,
                            ".scale .scale_inv .scale_weight .scale_input .dequant_scale .a .b"
                                    + " .input_scale"
                                    + " .input_scale_inv .input_zero_point .input_global_scale"
                                    + " .weight_global_scale .weight_g_idx .weight_shape"
                                    + " .act_scale .activation_scale .output_scale"
                                    + " .output_zero_point .scaling_factor .pre_quant_scale"
                                    + " .q_scale .k_scale .v_scale .kv_scale .amax ._amax"
                                    + " .weight_quantizer._scale .weight_quantizer._double_scale"
                                    + " .weight_quantizer._amax .input_quantizer._amax"
                                    + " .input_quantizer._pre_quant_scale"),
                    packed(SCALED, ".q_proj.weight", ".q_scale .prob_scale .prob_output_scale"),
                    packed(SCALED, ".k_proj.weight", ".k_scale .kv_scale .attn.k_scale"),
                    packed(SCALED, ".v_proj.weight", ".v_scale .attn.v_scale"),
                    packed(
                            SCALED,
                            ".qkv_proj.weight",
                            ".q_scale .k_scale .v_scale .kv_scale .attn.k_scale .attn.v_scale"));

    private static PackedName telling(Packing packing, String weight, String whole, String others) {
        return new PackedName(packing, weight, whole, true, List.of(others.split(" ")));
    }

    private static PackedName packed(Packing packing, String weight, String others) {
        String whole = weight.isEmpty() || weight.endsWith(WEIGHT) ? weight : WEIGHT;
        return new PackedName(packing, weight, whole, false, List.of(others.split(" ")));
    }

    /** All ends of names of what belongs to a weight. */
    Stream<String> ends() {
        return others.stream();
    }

    /** The name of the unpacked weight. */
    String wholeOf(String packed) {
        return packed.substring(0, packed.length() - weight.length()) + whole;
    }
}
