package io.terge.api;

import static java.util.Objects.requireNonNull;

import io.terge.model.ModelReference;
import io.terge.tensor.DType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part of {@link MergeRequestBuilder} that says where the output goes and how it is stored. */
abstract sealed class OutputBuilder<B extends OutputBuilder<B>> permits MergeRequestBuilder {

    private final List<String> copied = new ArrayList<>();
    private OutputChoice output;
    private Optional<String> chatTemplate = Optional.empty();
    private boolean card = true;
    private boolean strict;

    OutputBuilder(OutputChoice output, boolean strict) {
        this.output = output;
        this.strict = strict;
    }

    abstract B self();

    final OutputChoice output() {
        OutputChoice copying = copied.isEmpty() ? output : output.copying(copied);
        OutputChoice chosen = chatTemplate.map(copying::withChatTemplate).orElse(copying);
        return card ? chosen : chosen.withoutCard();
    }

    final boolean isStrict() {
        return strict;
    }

    /**
     * Stores all floating-point parameters that no selector matches in this type. By default each
     * keeps the base's type.
     */
    public B dtype(DType dtype) {
        return dtype(Rule.EVERY_PARAMETER, dtype);
    }

    /** Stores the floating-point parameters that the selector matches in this type. */
    public B dtype(String selector, DType dtype) {
        output =
                output.withDtype(
                        requireNonNull(selector, "selector"), requireNonNull(dtype, "dtype"));
        return self();
    }

    /** Stores each parameter in the base's type, whatever types were set before. */
    public B keepTypes() {
        output = output.withoutTypes();
        return self();
    }

    /**
     * Sets the path of the output: a file if it has the extension of a single-file format, else a
     * directory.
     */
    public B to(Path path) {
        return to(ModelReference.at(path));
    }

    /** Sets the target of the output. */
    public B to(ModelReference target) {
        output = output.withTarget(requireNonNull(target, "target"));
        return self();
    }

    /** Replaces the base with the output, atomically. */
    public B inPlace() {
        output = output.withBaseReplaced();
        return self();
    }

    /** Splits the output into shards of at most this many bytes, or of one larger parameter. */
    public B shardSize(long bytes) {
        output = output.withShardSize(bytes);
        return self();
    }

    /**
     * Copies files of the base that match a pattern such as {@code onnx/*}, although its format
     * leaves them out: it is added to the target's setting {@code copy}.
     */
    public B copy(String glob) {
        copied.add(requireNonNull(glob, "glob"));
        return self();
    }

    /**
     * Sets the chat template of an output that is written anew.
     *
     * @param choice a name or a template, as {@link io.terge.model.ChatTemplateChoice} describes
     */
    public B chatTemplate(String choice) {
        chatTemplate = Optional.of(choice);
        return self();
    }

    /**
     * Writes no model card: that of the base is left out, and none of the merged model takes its
     * place.
     */
    public B withoutCard() {
        card = false;
        return self();
    }

    /** Sets what happens if elements are NaN or infinite. The default is to warn. */
    public B nonFinite(NonFinitePolicy policy) {
        output = output.withNonFinite(requireNonNull(policy, "policy"));
        return self();
    }

    /** Writes the output with the given adapter, regardless of what others claim. */
    public B outputAdapter(String adapter) {
        output = output.withAdapter(requireNonNull(adapter, "adapter"));
        return self();
    }

    /** Allows a model that already exists at the target to be replaced. */
    public B overwrite() {
        output = output.withOverwriting();
        return self();
    }

    /**
     * Rejects the request if planning has any warning, such as parameters that models do not share.
     * Integers, and parameters that the request itself leaves out, cause no warning.
     */
    public B strict() {
        strict = true;
        return self();
    }

    /**
     * Keeps the model that is replaced, by {@link #inPlace} or {@link #overwrite}, beside the
     * target as {@code TARGET.backup-1}, or the next free number.
     */
    public B backup() {
        output = output.withBackup();
        return self();
    }
}
