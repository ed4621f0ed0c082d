package io.terge.pytorch;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.model.ModelReference;
import io.terge.pytorch.pickle.GlobalPolicy;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file that a state dict would replace although it is more: an optimizer or another model would
 * be lost with it, or programs would not find the state dict where it was.
 */
final class ReplacedDonor {

    private static final String FIX =
            "choose another output (--out OUT instead of --in-place, in Java .to(...))";

    private ReplacedDonor() {}

    /**
     * Checks that a state dict does not replace a donor that contains more than is written.
     *
     * @throws TergeException with {@code OUTPUT_NOT_SUPPORTED} if it does
     */
    static void check(ModelReference target, ModelBlueprint blueprint) throws IOException {
        Optional<ModelReference> donor =
                blueprint.donor().filter(it -> PyTorchFormat.claim(it) == Claim.SPECIFIC);
        if (donor.isEmpty() || !isSame(target, donor.get())) {
            return;
        }
        Path path = donor.get().path().orElseThrow();
        Optional<String> key = Optional.ofNullable(donor.get().settings().get(PyTorchAdapter.KEY));
        List<Problem> ignored;
        Optional<String> nested;
        try (ModelSource source = new PyTorchOpening(key, GlobalPolicy.lenient()).open(path)) {
            ignored = source.warnings();
            nested = key.or(() -> Optional.ofNullable(source.details().get(StateDictReader.KEY)));
        }
        if (!ignored.isEmpty()) {
            throw new TergeException(
                    Problem.of(
                                    TergeCode.OUTPUT_NOT_SUPPORTED,
                                    ("The output would replace %s, which contains more than its"
                                                    + " state dict")
                                            .formatted(Quoted.of(path)))
                            .note(ignored.getFirst().message())
                            .fix(FIX));
        }
        if (nested.isPresent()) {
            throw new TergeException(
                    Problem.of(
                                    TergeCode.OUTPUT_NOT_SUPPORTED,
                                    ("The output would replace %s, of which only the state dict %s"
                                         + " is read, by a file of that state dict alone")
                                            .formatted(Quoted.of(path), Quoted.of(nested.get())))
                            .fix(FIX));
        }
    }

    private static boolean isSame(ModelReference target, ModelReference donor) throws IOException {
        Optional<Path> one = target.path().filter(Files::exists);
        Optional<Path> other = donor.path().filter(Files::exists);
        return one.isPresent() && other.isPresent() && Files.isSameFile(one.get(), other.get());
    }
}
