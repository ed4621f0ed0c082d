package io.terge.recipes.mergekit;

import io.terge.api.BaseChoice;
import io.terge.api.Layout;
import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.ModelScope;
import io.terge.api.Setting;
import io.terge.api.SettingValue;
import io.terge.model.VocabularyChoice;
import io.terge.model.VocabularyPolicy;
import io.terge.recipes.RecipeCode;
import io.terge.recipes.mergekit.MergekitMethod.BaseRole;
import io.terge.recipes.yaml.Problems;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes a recipe as a request. Not for several threads. */
final class RequestWriter {

    private final Outline outline;
    private final Problems problems;
    private final SettingWriter writer;
    private final Slots slots;
    private final List<Setting> settings = new ArrayList<>();

    /**
     * @param outline a recipe that lists all models that are merged
     */
    RequestWriter(Outline outline, Problems problems) {
        this.outline = outline;
        this.problems = problems;
        writer = new SettingWriter(outline, problems);
        slots = new Slots(outline.base(), outline.base().filter(this::isMerged).isPresent());
    }

    MergeRequest write() {
        MergeRequestBuilder request = MergeRequest.builder().method(outline.method().text());
        if (outline.method().base() == BaseRole.FIRST) {
            outline.base().ifPresent(base -> slots.find(base, 0));
        }
        if (outline.isSliced()) {
            request.layout(new Layout.Slices(slices()));
        } else {
            boolean isOnly = outline.parts().size() == 1;
            for (Part part : outline.parts()) {
                ofAll(part).forEach(one -> settings.add(isOnly ? one : part.within(one)));
                part.module().ifPresent(module -> request.include(module.selector()));
            }
        }
        for (Level level : outline.levels()) {
            settings.addAll(writer.settings(shared(level), ModelScope.all(), Shift.none()));
        }
        addFixed();
        slots.models().forEach(request::model);
        switch (slots.base()) {
            case BaseChoice.Index(int index) -> request.base(index);
            case BaseChoice.Other(var reference) -> request.base(reference);
            case BaseChoice.Unset unset -> {}
        }
        settings.forEach(request::set);
        outline.dtype().ifPresent(request::dtype);
        request.vocabulary(outline.vocabulary().orElseGet(RequestWriter::rows));
        return request.build();
    }

    // Without a tokenizer in the recipe, mergekit merges row by row.
    private static VocabularyChoice rows() {
        return VocabularyChoice.of(new VocabularyPolicy.Rows());
    }

    /** The settings of a part that is no slice. */
    private List<Setting> ofAll(Part part) {
        List<Setting> own = new ArrayList<>();
        ordered(part).forEach(source -> own.addAll(settings(part, source, 0)));
        own.addAll(writer.settings(part.level(), ModelScope.all(), Shift.none()));
        return own;
    }

    private List<Layout.Slice> slices() {
        List<Layout.Slice> slices = new ArrayList<>();
        int first = 0;
        for (Part part : outline.parts()) {
            List<Layout.Source> sources = new ArrayList<>();
            List<Setting> own = new ArrayList<>();
            for (Source source : ordered(part)) {
                Source.Layers layers = source.layers().orElseThrow();
                sources.add(new Layout.Source(scope(part, source), layers.first(), layers.end()));
                own.addAll(settings(part, source, first));
            }
            own.addAll(ofSlice(part, part.level(), first));
            own.addAll(writer.settings(shared(part.level()), ModelScope.all(), Shift.none()));
            for (Level level : outline.levels()) {
                own.addAll(ofSlice(part, level, first));
            }
            slices.add(new Layout.Slice(sources, base(part), own));
            first += length(part);
        }
        return slices;
    }

    private List<Setting> settings(Part part, Source source, int firstOutput) {
        ModelScope scope = scope(part, source);
        List<Setting> own = writer.settings(source.level(), scope, shift(source, firstOutput));
        if (!outline.isApart(part, source)) {
            return own;
        }
        if (!own.isEmpty()) {
            problems.add(
                    RecipeCode.RECIPE_NOTE,
                    source.level().assignments().getFirst().place(),
                    "The parameters of the base have no effect: it is not merged with itself");
        }
        return List.of();
    }

    private ModelScope scope(Part part, Source source) {
        if (outline.isApart(part, source)) {
            return slots.find(source.model(), 0);
        }
        Optional<Source> first = first(part);
        return first.isPresent() && first.get().number() != source.number()
                ? slots.findAfter(source.model(), slots.find(first.get().model(), 0))
                : slots.find(source.model(), part.copies(source));
    }

    /** The source that must be the first, if that matters. */
    private Optional<Source> first(Part part) {
        return outline.method().base() == BaseRole.FIRST
                ? part.sources().stream().filter(source -> isBase(part, source)).findFirst()
                : Optional.empty();
    }

    private List<Source> ordered(Part part) {
        Optional<Source> first = first(part);
        return Stream.concat(
                        first.stream(),
                        part.sources().stream()
                                .filter(source -> !first.filter(source::equals).isPresent()))
                .toList();
    }

    private boolean isBase(Part part, Source source) {
        return outline.base(part).filter(source.model()::isSame).isPresent();
    }

    /** Whether a model is merged anywhere, or there is nothing else to list. */
    private boolean isMerged(Reference model) {
        boolean isMerged =
                outline.parts().stream()
                        .anyMatch(
                                part ->
                                        part.sources().stream()
                                                .filter(source -> source.model().isSame(model))
                                                .anyMatch(
                                                        source -> !outline.isApart(part, source)));
        return isMerged
                || outline.parts().stream()
                        .allMatch(
                                part ->
                                        part.sources().stream()
                                                .allMatch(source -> outline.isApart(part, source)));
    }

    private Optional<ModelScope> base(Part part) {
        Optional<Reference> own =
                part.base().filter(base -> outline.base().filter(base::isSame).isEmpty());
        if (own.isPresent() && !outline.method().base().isApart() && first(part).isEmpty()) {
            problems.add(
                    RecipeCode.RECIPE_NOTE,
                    own.get().place(),
                    "'%s' of a slice has no effect on '%s'"
                            .formatted(PartReader.BASE_MODEL, outline.method().text()));
            return Optional.empty();
        }
        return own.filter(part::has).map(base -> slots.find(base, 0));
    }

    private static int length(Part part) {
        return part.sources().getFirst().layers().orElseThrow().count();
    }

    /** What of a level is the same for all models, whatever their layers are numbered. */
    private Level shared(Level level) {
        return isShifted() ? level.only(one -> !writer.namesLayers(one)) : level;
    }

    /** The rest of a level, for each model of a slice. */
    private List<Setting> ofSlice(Part part, Level level, int firstOutput) {
        List<Setting> own = new ArrayList<>();
        Level rest = isShifted() ? level.only(writer::namesLayers) : Level.empty();
        for (Source source : ordered(part)) {
            if (!outline.isApart(part, source)) {
                Shift shift = shift(source, firstOutput);
                own.addAll(writer.settings(rest, scope(part, source), shift));
            }
        }
        return own;
    }

    private boolean isShifted() {
        int first = 0;
        for (Part part : outline.parts()) {
            for (Source source : part.sources()) {
                if (shift(source, first).isAny()) {
                    return true;
                }
            }
            first += outline.isSliced() ? length(part) : 0;
        }
        return false;
    }

    private static Shift shift(Source source, int firstOutput) {
        return source.layers()
                .map(layers -> new Shift(layers.first(), layers.end(), firstOutput))
                .orElse(Shift.none());
    }

    private void addFixed() {
        outline.method()
                .fixed()
                .forEach(
                        (option, value) -> {
                            boolean isSet =
                                    outline.levels().stream()
                                            .flatMap(level -> level.find(option).stream())
                                            .anyMatch(Assignment::isForAll);
                            if (!isSet) {
                                settings.add(Setting.of(option, SettingValue.of(value)));
                            }
                        });
    }
}
