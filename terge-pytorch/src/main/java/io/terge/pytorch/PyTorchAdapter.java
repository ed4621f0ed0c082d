package io.terge.pytorch;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.ModelPath;
import io.terge.files.Quoted;
import io.terge.model.ModelReference;
import io.terge.pytorch.pickle.GlobalPolicy;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ModelWriter;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Reads and writes files of PyTorch: state dicts of {@code torch.save} ({@code .bin}, {@code .pt},
 * {@code .pth}, {@code .pth.tar}, {@code .ckpt}), also those of PyTorch before 1.6, TorchScript
 * archives and archives of {@code torch.export}. Nothing that a file contains is ever executed: a
 * pickle is read as data, and one that names functions made to run code is refused.
 *
 * <p>The setting {@code key} chooses one of several state dicts, e.g. {@code
 * model.ckpt?key=ema.state_dict}. The setting {@code pickle} is {@code lax}, the default, or {@code
 * strict}, which refuses files with objects other than tensors and plain containers.
 */
public final class PyTorchAdapter implements ModelAdapter {

    static final String KEY = "key";
    private static final String PICKLE = "pickle";

    public PyTorchAdapter() {}

    @Override
    public String name() {
        return "pytorch";
    }

    @Override
    public String describe() {
        return "PyTorch files, never executed: NAME.bin, .pt, .pth, .pth.tar, .ckpt, .ts,"
                + " .torchscript, .pt2";
    }

    @Override
    public Claim claims(ModelReference reference) {
        return PyTorchFormat.claimModel(reference);
    }

    @Override
    public List<String> settings() {
        return List.of(KEY, PICKLE);
    }

    @Override
    public ModelSource open(ModelReference reference, AdapterContext context) throws IOException {
        ModelSource source =
                new PyTorchOpening(context.setting(KEY), policy(context.setting(PICKLE)))
                        .open(ModelPath.ofModel(reference));
        return source instanceof PyTorchSource file && !context.isNested() ? file.alone() : source;
    }

    private static GlobalPolicy policy(Optional<String> setting) {
        return switch (setting.orElse("lax")) {
            case "lax" -> GlobalPolicy.lenient();
            case "strict" -> GlobalPolicy.strict(KnownGlobals::contain);
            default ->
                    throw new TergeException(
                            Problem.of(
                                            TergeCode.INVALID_SETTING,
                                            "Expected 'lax' or 'strict' for the setting 'pickle',"
                                                    + " got "
                                                    + Quoted.of(setting.orElseThrow()))
                                    .fix("omit it for the default, lax"));
        };
    }

    @Override
    public Optional<ModelWriter> writer() {
        return Optional.of(new PyTorchWriter());
    }
}
