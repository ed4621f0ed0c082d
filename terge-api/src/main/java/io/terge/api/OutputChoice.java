package io.terge.api;

import static java.util.Objects.requireNonNull;

import io.terge.model.ModelReference;
import io.terge.tensor.DType;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where the merged model goes and how it is stored.
 *
 * @param target where it goes; empty to only plan, or to merge in place
 * @param adapter the name of the adapter that writes it; empty for the one that claims the target
 * @param inPlace whether the output replaces the base
 * @param dtype the type of the floating-point parameters that no type rule matches; empty to keep
 *     that of the base for each
 * @param types the types of floating-point parameters by selector; the first match wins
 * @param shardSize the maximum number of bytes of weights in one shard; empty for no limit
 * @param overwrite whether an existing model at the target may be replaced
 * @param nonFinite what happens if elements are NaN or infinite
 * @param backup whether the model that is replaced is kept beside the target
 * @param describedInPlace whether a merge in place writes files that describe it, such as its
 *     recipe; a target says so in its settings
 * @since 0.1
 */
public record OutputChoice(
        Optional<ModelReference> target,
        Optional<String> adapter,
        boolean inPlace,
        Optional<DType> dtype,
        List<Rule<DType>> types,
        OptionalLong shardSize,
        boolean overwrite,
        NonFinitePolicy nonFinite,
        boolean backup,
        boolean describedInPlace) {

    /**
     * @throws IllegalArgumentException if there is a target although the merge is in place, or the
     *     shard size is not positive
     */
    public OutputChoice {
        requireNonNull(target, "target");
        requireNonNull(adapter, "adapter");
        requireNonNull(dtype, "dtype");
        types = List.copyOf(types);
        requireNonNull(shardSize, "shardSize");
        requireNonNull(nonFinite, "nonFinite");
        if (inPlace && target.isPresent()) {
            throw new IllegalArgumentException("An in-place merge cannot have a target");
        }
        if (shardSize.isPresent() && shardSize.getAsLong() <= 0) {
            throw new IllegalArgumentException(
                    "A shard size must be positive, but was " + shardSize);
        }
    }

    /** Returns the choice of no output, with the base's types and without overwriting. */
    public static OutputChoice none() {
        return new OutputChoice(
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                List.of(),
                OptionalLong.empty(),
                false,
                NonFinitePolicy.WARN,
                false,
                true);
    }

    /** Returns this choice with a target. */
    public OutputChoice withTarget(ModelReference other) {
        return new OutputChoice(
                Optional.of(other),
                adapter,
                false,
                dtype,
                types,
                shardSize,
                overwrite,
                nonFinite,
                backup,
                describedInPlace);
    }

    /** Returns this choice with the base as the target. */
    public OutputChoice withBaseReplaced() {
        return new OutputChoice(
                Optional.empty(),
                adapter,
                true,
                dtype,
                types,
                shardSize,
                overwrite,
                nonFinite,
                backup,
                describedInPlace);
    }

    /** Returns this choice with a type for all floating-point parameters that no rule matches. */
    public OutputChoice withDtype(DType other) {
        return withTypes(Optional.of(other), types);
    }

    /**
     * Returns this choice with a type for the floating-point parameters that a selector matches,
     * after the rules that it has. {@link Rule#EVERY_PARAMETER} is no rule, but sets the type of
     * all parameters that no rule matches.
     */
    public OutputChoice withDtype(String selector, DType other) {
        Rule<DType> rule = new Rule<>(selector, other);
        return rule.matchesAll()
                ? withDtype(other)
                : withTypes(dtype, Stream.concat(types.stream(), Stream.of(rule)).toList());
    }

    /** Returns this choice without types: each parameter has that of the base. */
    public OutputChoice withoutTypes() {
        return withTypes(Optional.empty(), List.of());
    }

    private OutputChoice withTypes(Optional<DType> all, List<Rule<DType>> some) {
        return new OutputChoice(
                target,
                adapter,
                inPlace,
                all,
                some,
                shardSize,
                overwrite,
                nonFinite,
                backup,
                describedInPlace);
    }

    /** Returns this choice with a maximum size of a shard, in bytes. */
    public OutputChoice withShardSize(long bytes) {
        return new OutputChoice(
                target,
                adapter,
                inPlace,
                dtype,
                types,
                OptionalLong.of(bytes),
                overwrite,
                nonFinite,
                backup,
                describedInPlace);
    }

    /** Returns this choice with permission to replace an existing model at the target. */
    public OutputChoice withOverwriting() {
        return new OutputChoice(
                target,
                adapter,
                inPlace,
                dtype,
                types,
                shardSize,
                true,
                nonFinite,
                backup,
                describedInPlace);
    }

    /** Returns this choice with an adapter. */
    public OutputChoice withAdapter(String name) {
        return new OutputChoice(
                target,
                Optional.of(name),
                inPlace,
                dtype,
                types,
                shardSize,
                overwrite,
                nonFinite,
                backup,
                describedInPlace);
    }

    /** Returns this choice with a policy for elements that are NaN or infinite. */
    public OutputChoice withNonFinite(NonFinitePolicy policy) {
        return new OutputChoice(
                target,
                adapter,
                inPlace,
                dtype,
                types,
                shardSize,
                overwrite,
                policy,
                backup,
                describedInPlace);
    }

    /** Returns this choice with a backup: the model that is replaced is kept beside the target. */
    public OutputChoice withBackup() {
        return new OutputChoice(
                target,
                adapter,
                inPlace,
                dtype,
                types,
                shardSize,
                overwrite,
                nonFinite,
                true,
                describedInPlace);
    }

    OutputChoice copying(List<String> globs) {
        return withSetting(CompanionSettings.COPY, String.join(",", globs));
    }

    OutputChoice withChatTemplate(String choice) {
        return target.map(given -> withTarget(given.with(CompanionSettings.CHAT_TEMPLATE, choice)))
                .orElse(this);
    }

    OutputChoice withoutCard() {
        return inPlace
                ? new OutputChoice(
                        target, adapter, inPlace, dtype, types, shardSize, overwrite, nonFinite,
                        backup, false)
                : withSetting(CompanionSettings.CARD, CompanionSettings.NO_CARD);
    }

    // A model that is replaced in place keeps all of its files: no setting of files has a meaning.
    private OutputChoice withSetting(String name, String value) {
        return target.map(
                        given -> {
                            SortedMap<String, String> settings = new TreeMap<>(given.settings());
                            settings.merge(name, value, (a, b) -> a + "," + b);
                            return withTarget(given.withSettings(settings));
                        })
                .orElse(this);
    }
}
