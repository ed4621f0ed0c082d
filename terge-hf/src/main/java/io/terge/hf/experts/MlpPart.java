package io.terge.hf.experts;

/** A matrix of a gated feed-forward network. */
public enum MlpPart {
    /** Its output goes through the activation function. */
    GATE("gate_proj", "w1"),
    /** Its output is multiplied by that of the gate. */
    UP("up_proj", "w3"),
    /** It leads back to the hidden states. */
    DOWN("down_proj", "w2");

    private final String projection;
    private final String numbered;

    MlpPart(String projection, String numbered) {
        this.projection = projection;
        this.numbered = numbered;
    }

    /** Its name in most models, such as {@code gate_proj}. */
    public String projection() {
        return projection;
    }

    /** Its name in Mixtral, such as {@code w1}. */
    public String numbered() {
        return numbered;
    }
}
