package io.terge.files.group;

/** The ways to pack a weight that names tell apart. */
enum Packing {
    BITSANDBYTES(
            "a weight quantised by bitsandbytes, and its scales",
            "dequantise the model first: dequantize() and save_pretrained() in Transformers"),
    GPTQ_OR_AWQ("a weight quantised by GPTQ or AWQ, and its scales", Packing.ORIGINAL),
    EETQ("a weight quantised by EETQ, and its scales", Packing.ORIGINAL),
    HQQ("a weight quantised by HQQ, and its scales", Packing.ORIGINAL),
    CODEBOOK("a quantised weight, as codes and a codebook", Packing.ORIGINAL),
    EXL("a weight quantised by ExLlama, and its scales", Packing.ORIGINAL),
    MARLIN("a weight quantised for Marlin, and its scales", Packing.ORIGINAL),
    SPARSE("a sparse weight, and the positions of its elements", Packing.ORIGINAL),
    QUANTO("a weight quantised by Quanto, and its scales", Packing.ORIGINAL),
    TORCHAO("a weight quantised by torchao, and its scales", Packing.ORIGINAL),
    COMPRESSED(
            "a weight quantised by compressed-tensors, and its scales",
            "dequantise the model first: CompressedTensorsConfig(run_compressed=False) and"
                    + " save_pretrained() in Transformers"),
    MX(
            "a quantised weight in blocks, and their scales (MXFP4)",
            "dequantise the model first: Mxfp4Config(dequantize=True) and save_pretrained() in"
                    + " Transformers"),
    MLX(
            "a weight quantised by MLX, and its scales and biases",
            "dequantise the model first: mlx_lm.convert --dequantize"),
    SCALED(
            "a quantised weight, and its scales",
            "dequantise the model first: multiply each weight by its scale, and store the products"
                    + " in BF16");

    private static final String ORIGINAL = "merge the unquantised models, and quantise the result";

    private final String meaning;
    private final String advice;

    Packing(String meaning, String advice) {
        this.meaning = meaning;
        this.advice = advice;
    }

    String meaning() {
        return meaning;
    }

    String advice() {
        return advice;
    }
}
