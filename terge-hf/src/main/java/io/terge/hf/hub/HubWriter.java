package io.terge.hf.hub;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.model.ModelReference;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelSink;
import io.terge.spi.format.ModelWriter;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Refuses to write to the cache, which other programs share: claims what is in it so that no other
 * adapter does.
 *
 * @param cache the cache
 */
record HubWriter(HubCache cache) implements ModelWriter {

    @Override
    public Claim claims(ModelReference target) {
        boolean named = HubName.of(target).filter(cache::has).isPresent();
        return named || target.path().filter(this::isWithin).isPresent()
                ? Claim.SPECIFIC
                : Claim.NONE;
    }

    // A link to a directory is followed when it is written to.
    private boolean isWithin(Path path) {
        return cache.contains(path)
                || Files.isDirectory(path) && cache.contains(path.resolve("any"));
    }

    @Override
    public void check(ModelReference target, boolean overwrite) {
        throw refused(target);
    }

    @Override
    public ModelSink create(ModelReference target, ModelBlueprint blueprint) {
        throw refused(target);
    }

    private static TergeException refused(ModelReference target) {
        Problem problem =
                Problem.of(
                                TergeCode.OUTPUT_NOT_SUPPORTED,
                                "%s is in a Hugging Face cache, which terge never writes to"
                                        .formatted(Quoted.of(shown(target))))
                        .fix("choose another output");
        return new TergeException(
                HubName.of(target).isEmpty()
                        ? problem
                        : problem.fix("for a directory of this name, write ./" + shown(target)));
    }

    // Without settings, which the user may have written as options.
    private static String shown(ModelReference target) {
        return target.path().map(Path::toString).orElseGet(target::describe);
    }
}
