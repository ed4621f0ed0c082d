package io.terge.hf.hub;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ModelWriter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Reads models in the local Hugging Face cache by their names on the hub: {@code org/model}, or
 * {@code org/model@revision}, which is a branch, a tag, or a commit in full or by its first digits.
 * A path that exists takes precedence. Nothing is downloaded, and the cache is never written to.
 *
 * <p>Plans and lineages name the commit, so that they mean the same model when the branch moves on.
 */
public final class HubAdapter implements ModelAdapter {

    private final HubCache cache;

    /** Makes an adapter of the cache that the environment of this process names. */
    public HubAdapter() {
        this(System.getenv());
    }

    /**
     * Makes an adapter of the cache that an environment names.
     *
     * @param environment the variables {@code HF_HUB_CACHE}, {@code HF_HOME}, {@code
     *     XDG_CACHE_HOME} and {@code HOME}, as far as they are set; others are ignored
     */
    public HubAdapter(Map<String, String> environment) {
        cache = HubCache.of(environment, Path.of(System.getProperty("user.home", "")));
    }

    @Override
    public String name() {
        return "hub";
    }

    @Override
    public String describe() {
        return "org/model[@revision] in the local Hugging Face cache, read-only";
    }

    @Override
    public Claim claims(ModelReference reference) {
        return HubName.of(reference).isPresent() ? Claim.GENERAL : Claim.NONE;
    }

    @Override
    public ModelSource open(ModelReference reference, AdapterContext context) throws IOException {
        HubName name =
                HubName.parse(reference.path().map(Path::toString).orElse(""))
                        .orElseThrow(() -> noName(reference));
        Snapshot snapshot = new SnapshotFinder(cache).find(name);
        return new HubSource(snapshot, context.open(ModelReference.at(snapshot.directory())));
    }

    @Override
    public Optional<ModelWriter> writer() {
        return Optional.of(new HubWriter(cache));
    }

    private static TergeException noName(ModelReference reference) {
        return new TergeException(
                Problem.of(
                                TergeCode.MODEL_NOT_RECOGNIZED,
                                Quoted.of(reference.describe()) + " is not a name on the hub")
                        .fix("write org/model or org/model@revision"));
    }
}
