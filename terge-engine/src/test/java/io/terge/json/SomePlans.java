package io.terge.json;

import io.terge.api.Action;
import io.terge.api.Action.Layer;
import io.terge.api.LayerPattern;
import io.terge.api.MergePlan;
import io.terge.api.ModelUse;
import io.terge.api.NonFinitePolicy;
import io.terge.api.Omission;
import io.terge.api.Operand;
import io.terge.api.OutputFiles;
import io.terge.api.OutputPlan;
import io.terge.api.ParameterPlan;
import io.terge.api.PluginDescription;
import io.terge.api.PluginUse;
import io.terge.api.StagePlan;
import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.model.ModelReference;
import io.terge.model.RecipeText;
import io.terge.tensor.DType;
import io.terge.tensor.Extent;
import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.RowMap;
import io.terge.tensor.Shape;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Plans that are put together at random, of every kind of piece. */
final class SomePlans {

    private static final double[] NUMBERS = {
        0.5, 1.0 / 3, -0.0, 0, 7, 1e300, -Double.MAX_VALUE, Double.MIN_VALUE, 123456789012345678.0
    };
    private static final List<String> TEXTS =
            List.of("w", "layer.0.weight", "重み", "\ud800", "a \"b\" \\ \n\t", "\u0000", "", "x/y");

    private final Random random;
    private final int models;

    private final boolean isStage;

    private SomePlans(long seed, boolean isStage) {
        this.isStage = isStage;
        random = new Random(seed);
        models = 1 + random.nextInt(3);
    }

    static MergePlan plan(long seed) {
        return new SomePlans(seed, false).plan(3);
    }

    static MergePlan plan(long seed, int parameters) {
        return new SomePlans(seed, false).plan(parameters);
    }

    private MergePlan plan(int count) {
        boolean apart = random.nextBoolean();
        List<ModelUse> uses = new ArrayList<>();
        for (int i = 0; i < models; i++) {
            boolean isApart = apart && i == models - 1;
            uses.add(
                    new ModelUse(
                            isApart ? OptionalInt.empty() : OptionalInt.of(i),
                            reference(),
                            text(),
                            text()));
        }
        Optional<OutputPlan> output =
                random.nextBoolean() ? Optional.empty() : Optional.of(output());
        return new MergePlan(
                text(),
                uses,
                apart ? models - 1 : random.nextInt(models),
                options(),
                output,
                parameters(count, output.map(OutputPlan::shards).orElse(5)),
                some(this::omission),
                random.nextLong(),
                some(this::plugin),
                some(this::problem),
                random.nextLong(Long.MAX_VALUE),
                stages(),
                Optional.of(new LayerPattern("b_(\\d+)")).filter(any -> random.nextBoolean()),
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(new RecipeText(text(), text(), some(this::text), text())));
    }

    // Of plans that have none themselves, and names of their own.
    private List<StagePlan> stages() {
        boolean isRounded = random.nextBoolean();
        if (isStage || random.nextBoolean()) {
            return List.of();
        }
        MergePlan plan = new SomePlans(random.nextLong(), true).plan(1);
        return List.of(new StagePlan(text(), plan, Optional.of(dtype()).filter(any -> isRounded)));
    }

    private OutputPlan output() {
        return new OutputPlan(
                reference(),
                text(),
                random.nextBoolean() ? Optional.of(dtype()) : Optional.empty(),
                random.nextBoolean() ? OptionalLong.of(1L << 40) : OptionalLong.empty(),
                1 + random.nextInt(9),
                random.nextBoolean(),
                random.nextBoolean() ? NonFinitePolicy.WARN : NonFinitePolicy.FAIL,
                random.nextBoolean(),
                random.nextBoolean()
                        ? OutputFiles.none()
                        : new OutputFiles(
                                some(this::text), some(this::text), options(), options()));
    }

    private List<ParameterPlan> parameters(int count, int shards) {
        List<ParameterPlan> parameters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Operand first = operand();
            String name = i + text();
            Shape shape = first.shape();
            ParameterSpec written = written(name, first);
            parameters.add(new ParameterPlan(written, random.nextInt(shards), action(first)));
            if (random.nextBoolean()) {
                ParameterSpec tied = spec(i + "tied", written.dtype(), shape);
                ParameterPlan plan =
                        new ParameterPlan(tied, random.nextInt(shards), new Action.Tied(name));
                parameters.add(random.nextInt(parameters.size() + 1), plan);
            }
        }
        return parameters;
    }

    // What is not of a floating type is copied as it is.
    private ParameterSpec written(String name, Operand first) {
        ParameterSpec stored = first.stored();
        return stored.dtype().isFloating()
                ? spec(name, floating(), first.shape())
                : new ParameterSpec(name, stored.dtype(), stored.shape(), stored.byteSize());
    }

    private Action action(Operand first) {
        if (random.nextBoolean() || !first.stored().dtype().isFloating()) {
            Action.Reason[] reasons = Action.Reason.values();
            return new Action.Copy(first, reasons[random.nextInt(reasons.length)]);
        }
        List<Operand> inputs = new ArrayList<>(List.of(first));
        IntStream.range(0, random.nextInt(3)).forEach(i -> inputs.add(like(first)));
        return new Action.Merge(
                text(),
                options(),
                inputs,
                random.nextBoolean() ? Optional.of(like(first)) : Optional.empty(),
                Extent.values()[random.nextInt(Extent.values().length)],
                1 + random.nextInt(4),
                random.nextInt(3),
                random.nextBoolean()
                        ? Optional.of(new Layer(random.nextInt(9), 9))
                        : Optional.empty());
    }

    private Operand like(Operand other) {
        ParameterSpec stored = spec(text(), floating(), other.shape());
        return operand(stored, RowMap.all());
    }

    private Operand operand() {
        int rank = random.nextInt(4);
        long[] shape =
                LongStream.generate(() -> 2L * (1 + random.nextInt(3))).limit(rank).toArray();
        ParameterSpec stored = spec(text(), dtype(), Shape.of(shape));
        RowMap rows = rows(rank == 0 ? 1 : shape[0]);
        return operand(stored, stored.dtype().isFloating() ? rows : RowMap.all());
    }

    private Operand operand(ParameterSpec stored, RowMap rows) {
        return new Operand(
                random.nextInt(models), stored, rows, footprint(stored), number(), options());
    }

    private Footprint footprint(ParameterSpec stored) {
        return random.nextBoolean()
                ? Footprint.stored(stored)
                : Footprint.of(random.nextLong(1L << 50), random.nextInt(99), random.nextLong(99))
                        .withHeld(random.nextLong(3));
    }

    private RowMap rows(long held) {
        return switch (random.nextInt(4)) {
            case 0 -> RowMap.all();
            case 1 -> new RowMap.Range(held / 2, held - held / 2);
            case 2 -> new RowMap.Gather(someRows(held));
            default -> new RowMap.Mean(some(() -> someRows(held)));
        };
    }

    private List<Long> someRows(long held) {
        return some(() -> random.nextLong(held));
    }

    private ParameterSpec spec(String name, DType dtype, Shape shape) {
        if (!dtype.hasKnownSize()) {
            return new ParameterSpec(name, dtype, shape, random.nextLong(1L << 40));
        }
        boolean fits = shape.elements() * dtype.bits() % Byte.SIZE == 0;
        return ParameterSpec.of(name, fits ? dtype : DType.F32, shape);
    }

    private DType dtype() {
        int place = random.nextInt(DType.known().size() + 1);
        return place == DType.known().size() ? DType.named("Q4_K") : DType.known().get(place);
    }

    private DType floating() {
        List<DType> floating = DType.known().stream().filter(DType::isFloating).toList();
        return floating.get(random.nextInt(floating.size()));
    }

    private ModelReference reference() {
        return switch (random.nextInt(8)) {
            case 0 -> ModelReference.at(Path.of("models", "a.safetensors"));
            case 1 -> ModelReference.at(Path.of("/tmp/重み"));
            case 2 -> ModelReference.at("hub://org/model");
            case 3 -> new ModelReference.Location("no scheme");
            case 4 -> ModelReference.at("a.ckpt").with("key", text());
            case 5 -> ModelReference.at(Path.of("a?b=c"));
            case 6 -> ModelReference.at("hub://org/model").with("key", text()).with("a", text());
            default -> ModelReference.at("\u0000 is no path");
        };
    }

    private PluginUse plugin() {
        PluginDescription.Kind[] kinds = PluginDescription.Kind.values();
        return new PluginUse(kinds[random.nextInt(kinds.length)], text(), text(), text(), text());
    }

    private Omission omission() {
        Omission.Cause[] causes = Omission.Cause.values();
        Omission.Effect[] effects = Omission.Effect.values();
        List<Omission.Example> examples =
                IntStream.range(0, 1 + random.nextInt(Omission.MOST_EXAMPLES))
                        .mapToObj(i -> new Omission.Example(text(), text()))
                        .toList();
        Omission.Cause cause = causes[random.nextInt(causes.length)];
        Omission.Effect effect = effects[random.nextInt(effects.length)];
        boolean ofModel = cause.isOfModel() || effect == Omission.Effect.DROPPED;
        return new Omission(
                cause,
                effect,
                ofModel || random.nextBoolean()
                        ? OptionalInt.of(random.nextInt(models))
                        : OptionalInt.empty(),
                examples.size() + random.nextInt(9),
                examples);
    }

    private Problem problem() {
        ErrorCode code = random.nextBoolean() ? SomeCode.NPZ_ODD : TergeCode.NO_PARAMETERS_TO_MERGE;
        Problem problem = Problem.of(code, text());
        problem = random.nextBoolean() ? problem.causedBy(text()) : problem;
        problem = random.nextBoolean() ? problem.note(text()).note(text()) : problem;
        return random.nextBoolean() ? problem.fix(text()) : problem;
    }

    private SortedMap<String, String> options() {
        SortedMap<String, String> options = new TreeMap<>();
        some(() -> "option" + random.nextInt(9)).forEach(name -> options.put(name, text()));
        return options;
    }

    private <T> List<T> some(Supplier<T> one) {
        return IntStream.range(0, random.nextInt(3)).mapToObj(i -> one.get()).toList();
    }

    private double number() {
        return random.nextBoolean()
                ? NUMBERS[random.nextInt(NUMBERS.length)]
                : random.nextGaussian();
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }
}
