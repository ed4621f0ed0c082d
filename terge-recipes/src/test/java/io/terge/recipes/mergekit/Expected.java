package io.terge.recipes.mergekit;

import io.terge.api.Layout;
import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.ModelScope;
import io.terge.api.Rule;
import io.terge.api.Setting;
import io.terge.api.SettingValue;
import io.terge.model.ModelReference;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes expected requests in few words. The models are names on the hub. */
final class Expected {

    private Expected() {}

    static MergeRequestBuilder of(String method, String... models) {
        MergeRequestBuilder request = MergeRequest.builder().method(method);
        List.of(models).forEach(model -> request.model(model(model)));
        return request;
    }

    static ModelReference model(String name) {
        return ModelReference.at(Path.of(name));
    }

    /** A setting of one model, for all parameters. */
    static Setting own(int model, String name, String value) {
        return own(Rule.EVERY_PARAMETER, model, name, SettingValue.of(value));
    }

    static Setting own(String selector, int model, String name, SettingValue value) {
        return new Setting(selector, ModelScope.model(model), name, value);
    }

    /** A setting of all models, for all parameters. */
    static Setting all(String name, String value) {
        return Setting.of(name, SettingValue.of(value));
    }

    static Setting all(String selector, String name, SettingValue value) {
        return new Setting(selector, ModelScope.all(), name, value);
    }

    static Layout.Slice slice(List<Layout.Source> sources, Setting... settings) {
        return new Layout.Slice(sources, Optional.empty(), List.of(settings));
    }

    static Layout.Source source(int model, int first, int end) {
        return new Layout.Source(ModelScope.model(model), first, end);
    }

    static Layout.Source baseSource(int first, int end) {
        return new Layout.Source(ModelScope.base(), first, end);
    }

    static Layout slices(Layout.Slice... slices) {
        return new Layout.Slices(List.of(slices));
    }
}
