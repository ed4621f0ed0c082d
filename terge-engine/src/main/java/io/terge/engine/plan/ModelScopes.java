package io.terge.engine.plan;

import io.terge.api.AdapterChoice;
import io.terge.api.Layout;
import io.terge.api.MergeRequest;
import io.terge.api.ModelScope;
import io.terge.api.Rename;
import io.terge.api.Setting;
import io.terge.error.Problem;
import io.terge.error.TergeCode;

import java.util.List;
import java.util.function.Consumer;

/** Checks that what a request says of single models is said of models that it has. */
final class ModelScopes {

    private ModelScopes() {}

    static void check(MergeRequest request, Consumer<Problem> problems) {
        int models = request.models().size();
        for (Rename rename : request.renames()) {
            check(rename.models(), models, "rename " + rename.text(), problems);
        }
        for (AdapterChoice choice : request.adapters()) {
            check(choice.models(), models, "adapter " + choice.adapter(), problems);
        }
        for (Setting setting : request.settings()) {
            check(setting.models(), models, "setting " + setting.name(), problems);
        }
        if (request.layout() instanceof Layout.Slices(List<Layout.Slice> slices)) {
            for (Setting setting : slices.stream().flatMap(s -> s.settings().stream()).toList()) {
                check(setting.models(), models, "setting " + setting.name(), problems);
            }
        }
    }

    private static void check(
            ModelScope scope, int models, String askedBy, Consumer<Problem> problems) {
        if (models > 0
                && scope instanceof ModelScope.Index(int index)
                && (index < 0 || index >= models)) {
            problems.accept(
                    Problem.of(
                                    TergeCode.MODEL_OUT_OF_RANGE,
                                    "Model index %d is out of range; valid: 0 to %d"
                                            .formatted(index, models - 1))
                            .causedBy(askedBy));
        }
    }
}
