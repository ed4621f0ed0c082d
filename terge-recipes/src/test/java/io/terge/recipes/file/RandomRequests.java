package io.terge.recipes.file;

import io.terge.api.LayerPattern;
import io.terge.api.Layout;
import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.ModelScope;
import io.terge.api.NonFinitePolicy;
import io.terge.api.Setting;
import io.terge.api.SettingValue;
import io.terge.model.ModelReference;
import io.terge.model.TokenRule;
import io.terge.model.VocabularyChoice;
import io.terge.model.VocabularyPolicy;
import io.terge.tensor.DType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Requests of all kinds that a recipe can say. */
final class RandomRequests {

    private static final List<String> PATHS =
            List.of(
                    "a",
                    "b",
                    "models/a",
                    "models/tuned.pt",
                    "../far/c",
                    "it's",
                    "a b",
                    "x: y",
                    "#1",
                    "12",
                    "null",
                    "true",
                    "base",
                    "org/model",
                    "/root/m",
                    "tab\there",
                    "ü",
                    "m?key=ema",
                    "[x]",
                    "${HOME}",
                    "$${HOME}",
                    "-m",
                    "~m",
                    "s3://bucket/m");
    private static final List<String> TOKENS =
            List.of("<s>", "12", "null", "a: b", "\n", "\u0120the", "'", "${x}", "=", "%2C,", "~");
    private static final List<String> SELECTORS =
            List.of("*", "*", "glob:*.bias", "regex:a{1,2}: 'x'", "lm_head.weight", "glob:**");
    private static final List<String> OPTIONS = List.of("density", "lambda", "weight", "t");
    private static final List<String> TEXTS = List.of("0.5", "true", "sum", "null", "a: b", "1e-3");

    private final Random random;
    private final Random ofTokens;
    private final int named;

    RandomRequests(long seed) {
        random = new Random(seed);
        ofTokens = new Random(~seed);
        named = Math.toIntExact(seed % 7);
    }

    MergeRequest next() {
        MergeRequestBuilder request = MergeRequest.builder();
        int models = 1 + random.nextInt(4);
        for (int i = 0; i < models; i++) {
            request.model(ModelReference.at(one(PATHS)));
        }
        for (int i = named % (models + 1); i < models; i++) {
            request.name(i, List.of("chat", "co-de.2", "_x").get(i % 3) + i);
        }
        switch (random.nextInt(3)) {
            case 0 -> request.base(random.nextInt(models));
            case 1 -> request.base(ModelReference.at(one(PATHS)));
            default -> {}
        }
        repeat(() -> request.method(one(SELECTORS), one(List.of("ties", "slerp", "my-method"))));
        repeat(() -> request.set(setting(models)));
        repeat(() -> request.include(one(SELECTORS)));
        repeat(() -> request.exclude(one(SELECTORS)));
        repeat(() -> request.rename(any(models), "^bert\\.", one(List.of("", "x$1"))));
        repeat(() -> request.adapter(any(models), one(List.of("huggingface", "pytorch"))));
        repeat(() -> request.adapterSetting(one(List.of("pickle", "key")), one(TEXTS)));
        addOutput(request);
        if (ofTokens.nextInt(4) == 0) {
            request.vocabulary(vocabulary());
        }
        if (random.nextInt(4) == 0) {
            List<Layout.Slice> slices = new ArrayList<>(List.of(slice(models)));
            repeat(() -> slices.add(slice(models)));
            request.layout(new Layout.Slices(slices));
        }
        if (ofTokens.nextInt(4) == 0) {
            request.layerPattern(new LayerPattern(any(List.of("b_(\\d+)", "^(\\d+)'\"$"))));
        }
        return request.build();
    }

    private void addOutput(MergeRequestBuilder request) {
        repeat(
                () ->
                        request.dtype(
                                one(SELECTORS),
                                one(List.of(DType.BF16, DType.F32, DType.F8_E4M3))));
        if (random.nextBoolean()) {
            request.seed(random.nextLong());
        }
        if (random.nextBoolean()) {
            request.strict();
        }
        if (random.nextBoolean()) {
            request.nonFinite(NonFinitePolicy.FAIL);
        }
        if (random.nextBoolean()) {
            request.shardSize(1 + random.nextInt(1_000_000_000));
        }
        if (random.nextBoolean()) {
            request.outputAdapter("huggingface");
        }
    }

    private VocabularyChoice vocabulary() {
        VocabularyPolicy policy =
                VocabularyPolicy.named(any(List.of("union", "intersection", "base", "model")))
                        .orElseGet(() -> new VocabularyPolicy.OfModel(otherModel()));
        VocabularyChoice choice = VocabularyChoice.of(policy);
        for (int i = ofTokens.nextInt(4); i > 0; i--) {
            Optional<TokenRule.Source> source =
                    switch (ofTokens.nextInt(5)) {
                        case 0 -> Optional.empty();
                        case 1 -> Optional.of(new TokenRule.Zero());
                        case 2 -> Optional.of(new TokenRule.SameToken(otherModel()));
                        case 3 -> Optional.of(new TokenRule.OtherToken(otherModel(), any(TOKENS)));
                        default ->
                                Optional.of(new TokenRule.Row(otherModel(), ofTokens.nextInt(9)));
                    };
            choice = choice.withToken(any(TOKENS), new TokenRule(source, ofTokens.nextBoolean()));
        }
        return ofTokens.nextBoolean() ? choice.withMultiple(1 + ofTokens.nextInt(99)) : choice;
    }

    private ModelReference otherModel() {
        return ModelReference.at(any(PATHS));
    }

    private <T> T any(List<T> of) {
        return of.get(ofTokens.nextInt(of.size()));
    }

    private Layout.Slice slice(int models) {
        int count = 1 + random.nextInt(5);
        List<Layout.Source> sources = new ArrayList<>();
        do {
            int first = random.nextInt(20);
            sources.add(new Layout.Source(one(models), first, first + count));
        } while (random.nextBoolean());
        List<Setting> settings = new ArrayList<>();
        repeat(() -> settings.add(setting(models)));
        Optional<ModelScope> base =
                random.nextBoolean() ? Optional.of(one(models)) : Optional.empty();
        return new Layout.Slice(sources, base, settings);
    }

    private Setting setting(int models) {
        String name = one(OPTIONS);
        boolean isWeight = name.equals(Setting.WEIGHT);
        boolean isPerModel = random.nextInt(3) == 0;
        List<SettingValue> values = new ArrayList<>();
        for (int i = 0; i < (isPerModel ? models : 1); i++) {
            values.add(value(isWeight));
        }
        return isPerModel
                ? new Setting(
                        one(SELECTORS), ModelScope.all(), name, new SettingValue.PerModel(values))
                : new Setting(one(SELECTORS), any(models), name, values.getFirst());
    }

    private SettingValue value(boolean isWeight) {
        return switch (random.nextInt(3)) {
            case 0 -> SettingValue.gradient(random.nextGaussian(), 1, -0.0, random.nextInt());
            case 1 -> SettingValue.of(random.nextGaussian() * 1e-5);
            default -> isWeight ? SettingValue.of(random.nextInt(9)) : SettingValue.of(one(TEXTS));
        };
    }

    private ModelScope any(int models) {
        return random.nextInt(3) == 0 ? ModelScope.all() : one(models);
    }

    private ModelScope one(int models) {
        return random.nextInt(4) == 0
                ? ModelScope.base()
                : ModelScope.model(random.nextInt(models));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private void repeat(Runnable action) {
        for (int i = random.nextInt(4); i > 0; i--) {
            action.run();
        }
    }
}
