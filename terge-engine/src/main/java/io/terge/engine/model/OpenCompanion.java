package io.terge.engine.model;

import io.terge.engine.plugin.Plugin;
import io.terge.engine.plugin.PluginCall;
import io.terge.model.ModelReference;
import io.terge.spi.format.Companion;
import io.terge.spi.format.ModelAdapter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** A companion whose failures name the adapter that gave it, not the one that copies it. */
record OpenCompanion(String name, Companion file, PluginCall opening) implements Companion {

    static OpenCompanion of(
            Companion file, Plugin<ModelAdapter> adapter, ModelReference reference) {
        String name = adapter.call("naming a companion of " + reference.describe()).get(file::name);
        PluginCall opening =
                adapter.call("opening '%s' of %s".formatted(name, reference.describe()));
        return new OpenCompanion(name, file, opening);
    }

    @Override
    public Optional<Path> path() {
        return opening.get(file::path);
    }

    @Override
    public InputStream open() throws IOException {
        return opening.getPassing(file::open);
    }
}
