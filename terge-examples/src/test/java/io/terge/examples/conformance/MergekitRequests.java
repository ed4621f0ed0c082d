package io.terge.examples.conformance;

import io.terge.api.Layout;
import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.ModelScope;
import io.terge.api.Rule;
import io.terge.api.Setting;
import io.terge.api.SettingValue;
import io.terge.tensor.DType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The requests that the recipes are, written by hand.
 *
 * @param folder the folder of the recipe
 */
record MergekitRequests(Path folder) {

    /** Returns the requests by the names of their recipes. */
    Map<String, MergeRequestBuilder> all() {
        Map<String, MergeRequestBuilder> all = new TreeMap<>();
        addLinear(all);
        addSpherical(all);
        addSparse(all);
        addSlices(all);
        return all;
    }

    private void addLinear(Map<String, MergeRequestBuilder> all) {
        put(all, "linear", of("linear", "a 0.553", "b 0.311", "c 1.011"));
        put(all, "linear-raw", of("linear", "a 0.201", "b 0.85").set(every("normalize", "false")));
        put(
                all,
                "linear-gradient",
                of("linear", "a", "b")
                        .set(own(0, "weight", SettingValue.gradient(0.1, 0.519, 1)))
                        .set(own(1, "weight", SettingValue.gradient(1, 0.5))));
        put(
                all,
                "linear-filters",
                of("linear", "a", "b")
                        .set(own("regex:mlp", 0, SettingValue.of(0.152)))
                        .set(own("regex:self_attn", 0, SettingValue.gradient(0.2, 1.4)))
                        .set(own(0, "weight", SettingValue.of(0.557)))
                        .set(own(1, "weight", SettingValue.of(1))));
        put(all, "model_stock", based("model_stock", "a", "b", "c").set(every("clamp", "false")));
        put(
                all,
                "model_stock-rows",
                based("model_stock", "a", "b")
                        .set(every("filter_wise", "true"))
                        .set(every("clamp", "false")));
        put(all, "nearswap", based("nearswap", "a").set(every("t", "0.15")));
        put(all, "task_arithmetic", based("task_arithmetic", "a 0.505", "b 0.302", "c 0.265"));
        put(
                all,
                "task_arithmetic-lambda",
                based("task_arithmetic", "a 0.532", "b 1.243")
                        .set(every("normalize", "true"))
                        .set(every("lambda", "0.499")));
    }

    private void addSpherical(Map<String, MergeRequestBuilder> all) {
        put(
                all,
                "karcher",
                of("karcher", "a", "b", "c")
                        .set(every("max_iter", "20"))
                        .set(Setting.of("tol", SettingValue.of(1e-6))));
        put(all, "multislerp", of("multislerp", "a 1.427", "b 0.908", "c 0.655"));
        put(all, "multislerp-base", based("multislerp", "a 1.467", "b 0.165", "c 1.302"));
        put(all, "nuslerp", of("nuslerp", "a 0.707", "b 0.198"));
        put(all, "nuslerp-base", based("nuslerp", "a 0.227", "c 0.694"));
        put(
                all,
                "nuslerp-rows",
                of("nuslerp", "a 1.258", "b 0.273").set(every("flatten", "false")));
        put(
                all,
                "nuslerp-columns",
                of("nuslerp", "a 0.413", "b 0.978")
                        .set(every("flatten", "false"))
                        .set(every("row_wise", "true")));
        put(
                all,
                "slerp",
                of("slerp", "base", "a")
                        .base(0)
                        .set(every("t", "0.222"))
                        .set(every("linear_above", "0.9995")));
        put(
                all,
                "slerp-gradient",
                of("slerp", "base", "b")
                        .base(0)
                        .set("regex:self_attn", "t", SettingValue.gradient(0, 0.5, 0.3, 0.7, 1))
                        .set("regex:mlp", "t", SettingValue.gradient(1, 0.5, 0.7, 0.3, 0))
                        .set(every("t", "0.5"))
                        .set(every("linear_above", "0.9995")));
    }

    private void addSparse(Map<String, MergeRequestBuilder> all) {
        put(all, "arcee_fusion", based("arcee_fusion", "a"));
        put(all, "breadcrumbs", based("breadcrumbs", "a 0.442 0.63 0.13", "b 0.835 0.75 0.13"));
        put(
                all,
                "breadcrumbs_ties",
                based(
                        "breadcrumbs_ties",
                        "a 1.121 0.515 0.13",
                        "b 1.472 0.447 0.13",
                        "c 0.685 0.6 0.13"));
        put(
                all,
                "dare_linear-dense",
                based("dare_linear", "a 0.734 1", "b 0.52 1").set(every("rescale", "l1")));
        put(
                all,
                "dare_ties-dense",
                based("dare_ties", "a 1.212 1", "b 1.079 1").set(every("rescale", "l1")));
        put(all, "ram", based("ram", "a", "b", "c").set(every("epsilon", "0.2")));
        put(
                all,
                "ramplus_tl",
                based("ramplus_tl", "a", "b", "c")
                        .set(every("epsilon", "0.2"))
                        .set(every("r", "0.3"))
                        .set(every("alpha", "0.4")));
        put(all, "sce", based("sce", "a", "b", "c"));
        put(all, "sce-topk", based("sce", "a", "b", "c").set(every("select_topk", "0.679")));
        put(all, "ties", based("ties", "a 0.914 0.665", "b 0.621 0.606", "c 0.188 0.289"));
        put(
                all,
                "ties-raw-rescale",
                based("ties", "a 0.388 0.692", "b 0.699 0.454")
                        .set(every("normalize", "false"))
                        .set(every("rescale", "l1"))
                        .set(every("lambda", "0.91")));
    }

    private void addSlices(Map<String, MergeRequestBuilder> all) {
        put(
                all,
                "passthrough-scale",
                of("passthrough", "a")
                        .layout(
                                slices(
                                        slice(
                                                List.of(model(0, 0, 4)),
                                                scale("regex:o_proj", 0),
                                                scale("regex:down_proj", 0.5),
                                                scale(Rule.EVERY_PARAMETER, 1)))));
        put(
                all,
                "passthrough-slices",
                of("passthrough", "a", "b")
                        .layout(
                                slices(
                                        slice(List.of(model(0, 0, 3))),
                                        slice(List.of(model(1, 1, 4))))));
        put(
                all,
                "slices-slerp",
                of("slerp", "base", "a")
                        .base(0)
                        .layout(
                                slices(
                                        slice(List.of(model(0, 0, 2), model(1, 0, 2))),
                                        slice(List.of(model(0, 1, 4), model(1, 1, 4)))))
                        .set(Setting.of("t", SettingValue.gradient(0.1, 0.9)))
                        .set(every("linear_above", "0.9995")));
        put(
                all,
                "slices-task",
                based("task_arithmetic", "a", "b", "c")
                        .layout(
                                slices(
                                        slice(
                                                List.of(base(0, 2), model(0, 0, 2), model(1, 0, 2)),
                                                own(0, "weight", SettingValue.of(0.6)),
                                                own(1, "weight", SettingValue.gradient(0.2, 0.8))),
                                        slice(
                                                List.of(base(2, 4), model(2, 2, 4)),
                                                every("weight", "0.9"))))
                        .set(every("weight", "0.4")));
    }

    private static void put(
            Map<String, MergeRequestBuilder> all, String name, MergeRequestBuilder request) {
        all.put(name, request.dtype(DType.F32));
    }

    private MergeRequestBuilder based(String method, String... models) {
        return of(method, models).base(path("base"));
    }

    /** A request of models, each with its weight, density and gamma behind its name. */
    private MergeRequestBuilder of(String method, String... models) {
        List<String> names = List.of("weight", "density", "gamma");
        MergeRequestBuilder request = MergeRequest.builder().method(method);
        for (int i = 0; i < models.length; i++) {
            List<String> words = List.of(models[i].split(" "));
            request.model(path(words.getFirst()));
            for (int word = 1; word < words.size(); word++) {
                request.set(own(i, names.get(word - 1), SettingValue.of(words.get(word))));
            }
        }
        return request;
    }

    private Path path(String model) {
        return folder.resolveSibling("models").resolve(model);
    }

    private static Setting every(String name, String value) {
        return Setting.of(name, SettingValue.of(value));
    }

    private static Setting own(int model, String name, SettingValue value) {
        return new Setting(Rule.EVERY_PARAMETER, ModelScope.model(model), name, value);
    }

    private static Setting own(String selector, int model, SettingValue value) {
        return new Setting(selector, ModelScope.model(model), "weight", value);
    }

    private static Setting scale(String selector, double value) {
        return new Setting(selector, ModelScope.model(0), "scale", SettingValue.of(value));
    }

    private static Layout.Source model(int index, int first, int end) {
        return new Layout.Source(ModelScope.model(index), first, end);
    }

    private static Layout.Source base(int first, int end) {
        return new Layout.Source(ModelScope.base(), first, end);
    }

    private static Layout slices(Layout.Slice... slices) {
        return new Layout.Slices(List.of(slices));
    }

    private static Layout.Slice slice(List<Layout.Source> sources, Setting... settings) {
        return new Layout.Slice(sources, Optional.empty(), List.of(settings));
    }
}
