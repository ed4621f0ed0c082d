package io.terge.engine.plan.layout;

import io.terge.api.Action.Layer;
import io.terge.api.Layout;
import io.terge.api.ModelScope;
import io.terge.engine.model.LayerName;
import io.terge.engine.model.LayerNames;
import io.terge.engine.plan.layout.OutputParameter.Origin;
import io.terge.engine.plan.named.NamedModel;
import io.terge.engine.plan.named.RequestModels;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.RowMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Lays out an output whose layers are slices of models. */
final class SlicePlanner {

    /** Embeddings, but not the output layer that some models call embedding. */
    private static final Pattern EMBEDDING =
            Pattern.compile("(?i)embed(?!_out)|(?:^|\\.)w[tp]e(?:\\.|$)");

    private final RequestModels models;
    private final LayerNames numbers;
    private final Consumer<Problem> problems;
    private final Map<Integer, Optional<LayeredModel>> layered = new HashMap<>();

    SlicePlanner(RequestModels models, LayerNames numbers, Consumer<Problem> problems) {
        this.models = models;
        this.numbers = numbers;
        this.problems = problems;
    }

    /**
     * A source whose model is known.
     *
     * @param isBase whether it is the base of its slice
     */
    private record Part(LayeredModel layers, int first, boolean isBase) {

        NamedModel model() {
            return layers.model();
        }
    }

    /** Finds what a part has of a parameter. */
    private interface Finder extends BiFunction<Part, String, Optional<ParameterSpec>> {}

    List<OutputParameter> plan(List<Layout.Slice> slices) {
        List<List<Part>> parts = new ArrayList<>();
        for (int s = 0; s < slices.size(); s++) {
            parts.add(parts(slices.get(s), s));
        }
        List<OutputParameter> outputs = new ArrayList<>();
        if (parts.stream().anyMatch(List::isEmpty)) {
            return outputs; // That has been told.
        }
        others(parts.getFirst(), 0, true, outputs);
        int layer = 0;
        for (int s = 0; s < slices.size(); s++) {
            int count = count(slices.get(s).sources().getFirst());
            for (int j = 0; j < count; j++) {
                layer(parts.get(s), s, new Layer(j, count), layer, outputs);
                layer++;
            }
        }
        others(parts.getLast(), slices.size() - 1, false, outputs);
        return outputs;
    }

    private void layer(
            List<Part> parts, int slice, Layer place, int layer, List<OutputParameter> to) {
        Part template = template(parts);
        for (LayerName name : template.layers().layer(template.first() + place.index())) {
            Finder finder = (part, any) -> part.layers().find(name, part.first() + place.index());
            output(name.at(layer), parts, finder, Optional.of(place), slice).ifPresent(to::add);
        }
    }

    private void others(List<Part> parts, int slice, boolean embeddings, List<OutputParameter> to) {
        for (String name : template(parts).layers().others()) {
            if (EMBEDDING.matcher(name).find() == embeddings) {
                Finder finder = (part, same) -> part.model().used(same);
                output(name, parts, finder, Optional.empty(), slice).ifPresent(to::add);
            }
        }
    }

    // It has the names, shapes and types.
    private static Part template(List<Part> parts) {
        return parts.stream().filter(Part::isBase).findFirst().orElse(parts.getFirst());
    }

    private static Optional<OutputParameter> output(
            String name, List<Part> parts, Finder finder, Optional<Layer> layer, int slice) {
        Optional<ParameterSpec> wanted = finder.apply(template(parts), name);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        Optional<Piece> base = Optional.empty();
        List<Piece> inputs = new ArrayList<>();
        for (Part part : inOrder(parts)) {
            Optional<Piece> piece =
                    finder.apply(part, name)
                            .filter(held -> held.shape().equals(wanted.get().shape()))
                            .map(held -> new Piece(part.model(), held, RowMap.all()));
            if (part.isBase()) {
                base = piece;
            }
            piece.filter(found -> part.model().index().isPresent())
                    .filter(found -> found.stored().dtype().isFloating())
                    .ifPresent(inputs::add);
        }
        Piece own = new Piece(template(parts).model(), wanted.get(), RowMap.all());
        return Optional.of(
                new OutputParameter(
                        wanted.get().named(name),
                        layer,
                        inputs,
                        base,
                        base.orElse(own),
                        Origin.GIVEN,
                        OptionalInt.of(slice)));
    }

    // In the order of the models, whatever the order of the sources: sums have one.
    private static List<Part> inOrder(List<Part> parts) {
        return parts.stream()
                .sorted(Comparator.comparingInt(part -> part.model().place()))
                .toList();
    }

    /** The parts of a slice; none if something is wrong with it. */
    private List<Part> parts(Layout.Slice slice, int index) {
        int count = count(slice.sources().getFirst());
        List<Part> parts = new ArrayList<>();
        for (Layout.Source source : slice.sources()) {
            part(source, slice, index, count)
                    .filter(part -> isNew(part, parts, index))
                    .ifPresent(parts::add);
        }
        boolean lacksBase =
                slice.base().isPresent() && parts.stream().noneMatch(part -> part.isBase());
        if (lacksBase) {
            reject(index, "is not a source: the base of the slice", "add it to the sources");
        }
        return parts.size() == slice.sources().size() && !lacksBase ? parts : List.of();
    }

    private Optional<Part> part(Layout.Source source, Layout.Slice slice, int index, int count) {
        Optional<NamedModel> model = model(source.model());
        if (model.isEmpty()) {
            reject(
                    index,
                    "names model %s, which is not in the request".formatted(source.model().text()),
                    "correct the slice");
            return Optional.empty();
        }
        String described = model.get().described();
        Optional<LayeredModel> layers = layered(model.get());
        if (layers.isEmpty()) {
            reject(
                    index,
                    "takes layers of %s, but no name of its parameters has a layer number"
                            .formatted(described),
                    "say where the numbers are (--layer-pattern, 'layer_pattern' in a recipe,"
                            + " in Java .layerPattern())");
            return Optional.empty();
        }
        Optional<String> ambiguous = layers.get().ambiguous();
        if (ambiguous.isPresent()) {
            reject(
                    index,
                    "takes layers of %s, where %s have the same number"
                            .formatted(described, ambiguous.get()),
                    "rename one of them (--rename, in Java .rename(...))");
            return Optional.empty();
        }
        if (source.end() > layers.get().count()) {
            reject(
                    index,
                    "takes %s of %s, which has layers 0 to %d"
                            .formatted(shown(source), described, layers.get().count() - 1),
                    "correct the range");
            return Optional.empty();
        }
        if (count(source) != count) {
            reject(
                    index,
                    "takes %d layers of its first source, but %d of %s"
                            .formatted(count, count(source), described),
                    "take as many layers of each source");
            return Optional.empty();
        }
        boolean isBase =
                slice.base().isPresent()
                        ? includes(slice.base().get(), model.get())
                        : models.isBaseStated() && model.get().isBase();
        return Optional.of(new Part(layers.get(), source.first(), isBase));
    }

    private boolean isNew(Part part, List<Part> parts, int index) {
        boolean isNew =
                parts.stream().noneMatch(other -> other.model().place() == part.model().place());
        if (!isNew) {
            reject(
                    index,
                    "has two sources of " + part.model().described(),
                    "list the model once more, so that it is two models");
        }
        return isNew;
    }

    private Optional<LayeredModel> layered(NamedModel model) {
        return layered.computeIfAbsent(model.place(), any -> LayeredModel.of(model, numbers));
    }

    private Optional<NamedModel> model(ModelScope scope) {
        return models.all().stream().filter(model -> includes(scope, model)).findFirst();
    }

    private static boolean includes(ModelScope scope, NamedModel model) {
        return scope.includes(model.index(), model.isBase());
    }

    private static String shown(Layout.Source source) {
        return count(source) == 1
                ? "layer " + source.first()
                : "layers %d to %d".formatted(source.first(), source.end() - 1);
    }

    private static int count(Layout.Source source) {
        return source.end() - source.first();
    }

    private void reject(int slice, String wrong, String fix) {
        problems.accept(
                Problem.of(TergeCode.INVALID_LAYOUT, "Slice %d %s".formatted(slice + 1, wrong))
                        .fix(fix));
    }
}
