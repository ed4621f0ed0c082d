package io.terge.hf.experts.view;

import io.terge.model.ModelReference;
import io.terge.model.ViewSettings;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelSource;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Shows dense models as mixtures of experts, and experts as dense models. What a reference is seen
 * as is said by its settings:
 *
 * <ul>
 *   <li>{@code moe-experts} is the number of experts of a mixture, all of which are the network of
 *       the model itself, the base. {@code moe-active} is the number of experts that a token goes
 *       through (default 2), {@code moe-shared} the number of shared experts (default 0), {@code
 *       moe-architecture} is {@code mixtral}, {@code qwen}, {@code qwen3} or {@code deepseek}
 *       (default: by the model), {@code moe-gates} is {@code random} (the default), {@code
 *       uniform_random}, or a file with the vectors of the gates, and {@code moe-seed} the seed of
 *       random ones.
 *   <li>{@code moe-expert} is the index of the expert, or {@code shared}, that the networks of a
 *       model become, in the mixture that {@code moe-frame} describes: the reference of its base,
 *       with settings.
 *   <li>{@code expert} is the index of the expert of a mixture that is seen as a dense model.
 * </ul>
 */
public final class ExpertsAdapter implements ModelAdapter {

    private static final List<String> SETTINGS =
            Stream.of(ViewSettings.OF_MIXTURE, ViewSettings.OF_EXPERT, List.of(ViewSettings.DENSE))
                    .flatMap(List::stream)
                    .toList();

    public ExpertsAdapter() {}

    @Override
    public String name() {
        return "experts";
    }

    @Override
    public String describe() {
        return "a model as a mixture of experts, or an expert as a model, by settings that"
                + " 'terge moe' and --expert add; read-only";
    }

    @Override
    public List<String> settings() {
        return SETTINGS;
    }

    @Override
    public Claim claims(ModelReference reference) {
        return reference.hasAny(SETTINGS) ? Claim.VIEW : Claim.NONE;
    }

    @Override
    public ModelSource open(ModelReference reference, AdapterContext context) throws IOException {
        if (reference.settings().containsKey(ViewSettings.DENSE)) {
            return DenseView.open(reference, context);
        }
        return reference.hasAny(ViewSettings.OF_EXPERT)
                ? ExpertView.open(reference, context)
                : MixtureView.open(reference, context);
    }
}
