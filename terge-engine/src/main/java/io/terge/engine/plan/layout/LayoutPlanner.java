package io.terge.engine.plan.layout;

import io.terge.api.Layout;
import io.terge.api.ModelScope;
import io.terge.engine.model.LayerNames;
import io.terge.engine.plan.layout.OutputParameter.Origin;
import io.terge.engine.plan.named.NamedModel;
import io.terge.engine.plan.named.RequestModels;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.RowMap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Lays out the output: which parameters there are, and from which pieces each could be made. */
public final class LayoutPlanner {

    private final RequestModels models;
    private final LayerNames numbers;
    private final Consumer<Problem> problems;

    public LayoutPlanner(RequestModels models, LayerNames numbers, Consumer<Problem> problems) {
        this.models = models;
        this.numbers = numbers;
        this.problems = problems;
    }

    public List<OutputParameter> plan(Layout layout) {
        return switch (layout) {
            case Layout.OfBase base -> ofBase();
            case Layout.Parts parts -> parts();
            case Layout.Given given -> given(given.parameters());
            case Layout.Slices slices ->
                    new SlicePlanner(models, numbers, problems).plan(slices.slices());
        };
    }

    private List<OutputParameter> ofBase() {
        List<OutputParameter> outputs = likeBase(Origin.BASE);
        models.baseModel()
                .aliases()
                .forEach((name, to) -> separated(name, to).ifPresent(outputs::add));
        return outputs;
    }

    private List<OutputParameter> parts() {
        NamedModel base = models.baseModel();
        for (NamedModel model : models.merged()) {
            model.known().forEach((name, held) -> checkPart(model, name, held, base));
        }
        return likeBase(Origin.GIVEN);
    }

    private List<OutputParameter> likeBase(Origin origin) {
        NamedModel base = models.baseModel();
        LayerFinder layers = new LayerFinder(numbers, base.known().keySet());
        List<OutputParameter> outputs = new ArrayList<>();
        base.known()
                .forEach(
                        (name, stored) -> {
                            Piece own = new Piece(base, stored, RowMap.all());
                            outputs.add(
                                    new OutputParameter(
                                            stored.named(name),
                                            layers.of(name),
                                            holders(name, stored),
                                            Optional.of(own),
                                            own,
                                            origin));
                        });
        return outputs;
    }

    // What is left out, or replaced by the base's, would be a part that nobody misses.
    private void checkPart(NamedModel model, String name, ParameterSpec held, NamedModel base) {
        Optional<ParameterSpec> wanted = base.find(name);
        if (wanted.isEmpty() || !wanted.get().shape().equals(held.shape())) {
            String expected =
                    wanted.map(spec -> "has the shape %s in the base".formatted(spec.shape()))
                            .orElse("is missing in the base");
            problems.accept(
                    Problem.of(
                                    TergeCode.INVALID_LAYOUT,
                                    "'%s' of %s, a part of the output, %s"
                                            .formatted(name, model.described(), expected))
                            .note("it has the shape %s".formatted(held.shape()))
                            .fix("use a base with the parameters of all parts"));
        }
    }

    // What the base uses one parameter for, and another model two.
    private Optional<OutputParameter> separated(String name, String to) {
        NamedModel base = models.baseModel();
        if (base.known().containsKey(name)
                || models.merged().stream().noneMatch(model -> model.hasOwn(name))) {
            return Optional.empty();
        }
        return base.find(to)
                .map(
                        stored -> {
                            Piece own = new Piece(base, stored, RowMap.all());
                            return new OutputParameter(
                                    stored.named(name),
                                    Optional.empty(),
                                    holders(name, stored),
                                    Optional.of(own),
                                    own,
                                    Origin.ALIAS);
                        });
    }

    // Who holds the same name and shape, of a floating type.
    private List<Piece> holders(String name, ParameterSpec wanted) {
        List<Piece> holders = new ArrayList<>();
        for (NamedModel model : models.all()) {
            Optional<ParameterSpec> held =
                    model.index().isPresent() ? model.used(name) : Optional.empty();
            if (held.isPresent()
                    && held.get().dtype().isFloating()
                    && held.get().shape().equals(wanted.shape())) {
                holders.add(new Piece(model, held.get(), RowMap.all()));
            }
        }
        return holders;
    }

    private List<OutputParameter> given(List<Layout.Entry> entries) {
        LayerFinder layers =
                new LayerFinder(
                        numbers, entries.stream().map(entry -> entry.output().name()).toList());
        Set<String> names = new HashSet<>();
        List<OutputParameter> outputs = new ArrayList<>();
        for (Layout.Entry entry : entries) {
            if (!names.add(entry.output().name())) {
                reject(entry, "is in the layout twice");
            }
            List<Piece> pieces = pieces(entry);
            if (pieces.size() == entry.pieces().size()) {
                outputs.add(given(entry.output(), pieces, layers));
            }
        }
        return outputs;
    }

    private static OutputParameter given(
            ParameterSpec output, List<Piece> pieces, LayerFinder layers) {
        Optional<Piece> base = pieces.stream().filter(piece -> piece.model().isBase()).findFirst();
        List<Piece> inputs =
                pieces.stream().filter(piece -> piece.model().index().isPresent()).toList();
        return new OutputParameter(
                output,
                layers.of(output.name()),
                inputs,
                base,
                base.orElse(pieces.getFirst()),
                Origin.GIVEN);
    }

    // In the order of the models, whatever the order of the layout: sums have one.
    private List<Piece> pieces(Layout.Entry entry) {
        List<Piece> pieces = new ArrayList<>();
        for (NamedModel model : models.all()) {
            List<Layout.Piece> asked =
                    entry.pieces().stream()
                            .filter(piece -> piece.model().includes(model.index(), model.isBase()))
                            .toList();
            if (asked.size() > 1) {
                reject(entry, "has more than one piece from " + model.described());
            }
            asked.stream()
                    .findFirst()
                    .flatMap(piece -> piece(entry, piece, model))
                    .ifPresent(pieces::add);
        }
        entry.pieces().stream()
                .map(Layout.Piece::model)
                .filter(this::isAbsent)
                .forEach(
                        scope ->
                                reject(
                                        entry,
                                        "is made from model "
                                                + scope.text()
                                                + ", which is not in the request"));
        return pieces;
    }

    private boolean isAbsent(ModelScope scope) {
        return models.all().stream()
                .noneMatch(model -> scope.includes(model.index(), model.isBase()));
    }

    private Optional<Piece> piece(Layout.Entry entry, Layout.Piece asked, NamedModel model) {
        Optional<ParameterSpec> stored = model.find(asked.name());
        if (stored.isEmpty()) {
            reject(
                    entry,
                    "is made from '%s', which is missing in %s"
                            .formatted(asked.name(), model.described()));
            return Optional.empty();
        }
        Optional<String> fault = fault(entry.output(), stored.get(), asked.rows());
        fault.ifPresent(
                wrong ->
                        reject(
                                entry,
                                "cannot be made from '%s' of %s: %s"
                                        .formatted(asked.name(), model.described(), wrong)));
        return fault.isPresent()
                ? Optional.empty()
                : Optional.of(new Piece(model, stored.get(), asked.rows()));
    }

    // Whether the rows of a type of unknown size are apart in its bytes, nobody knows.
    private static Optional<String> fault(ParameterSpec output, ParameterSpec stored, RowMap rows) {
        return rows.isIdentity() || stored.dtype().hasKnownSize()
                ? rows.misfit(stored, output)
                : Optional.of("these rows of %s cannot be copied".formatted(stored.dtype()));
    }

    private void reject(Layout.Entry entry, String wrong) {
        problems.accept(
                Problem.of(
                                TergeCode.INVALID_LAYOUT,
                                "'%s' %s".formatted(entry.output().name(), wrong))
                        .fix("correct the layout"));
    }
}
