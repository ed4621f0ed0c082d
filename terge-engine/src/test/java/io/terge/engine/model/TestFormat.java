package io.terge.engine.model;

import io.terge.engine.plugin.Plugins;
import io.terge.engine.plugin.Registries;
import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ModelWriter;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An adapter that claims, opens and writes as a test says. */
record TestFormat(
        String name,
        Function<ModelReference, Claim> claim,
        Opener opener,
        Optional<ModelWriter> writer)
        implements ModelAdapter {

    @FunctionalInterface
    interface Opener {
        ModelSource open(ModelReference reference, AdapterContext context) throws IOException;
    }

    /** An adapter that makes this claim to every model, and opens it as an empty one. */
    static TestFormat claiming(String name, Claim claim) {
        return new TestFormat(name, any -> claim, (model, context) -> source(), Optional.empty());
    }

    /** This adapter, opening models in another way. */
    TestFormat opening(Opener other) {
        return new TestFormat(name, claim, other, writer);
    }

    /** This adapter with a writer. */
    TestFormat writing(ModelWriter other) {
        return new TestFormat(name, claim, opener, Optional.of(other));
    }

    static TestSource source() {
        return new TestSource();
    }

    static AdapterChooser chooser(ModelAdapter... adapters) {
        Plugins plugins = new Plugins(List.of(), List.of(adapters), List.of());
        return new AdapterChooser(
                Registries.of(
                        plugins,
                        problem -> {
                            throw new AssertionError(problem);
                        }));
    }

    @Override
    public Claim claims(ModelReference reference) {
        return claim.apply(reference);
    }

    @Override
    public ModelSource open(ModelReference reference, AdapterContext context) throws IOException {
        return opener.open(reference, context);
    }
}
