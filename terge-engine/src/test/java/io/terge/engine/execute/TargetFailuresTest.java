package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.api.MergeListener;
import io.terge.api.MergeRequest;
import io.terge.engine.Terge;
import io.terge.engine.fixture.Golden;
import io.terge.engine.fixture.Scene;
import io.terge.engine.fixture.ScriptedTarget;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.format.ModelBlueprint;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.util.Map;
import java.util.Objects;

class TargetFailuresTest {

    @Test
    void aFullDiskIsToldAsSuch() {
        ScriptedTarget full =
                new ScriptedTarget() {
                    @Override
                    protected void writing(String parameter, long offset, long count)
                            throws IOException {
                        if (offset > 0) {
                            throw new IOException("No space left on device");
                        }
                    }
                };
        TergeException failure = Scene.of().to(full).problem();
        assertThat(failure.code()).isEqualTo(TergeCode.DISK_FULL);
        assertThat(failure).hasCauseInstanceOf(IOException.class);
        Golden.check("disk-full", Objects.requireNonNull(failure.getMessage()));
    }

    @Test
    void aDiskThatIsFullAtTheCommitIsToldAsSuch() {
        ScriptedTarget full =
                new ScriptedTarget() {
                    @Override
                    protected void committing() throws IOException {
                        throw new FileSystemException("out.tmp", null, "No space left on device");
                    }
                };
        assertThat(Scene.of().to(full).problem().code()).isEqualTo(TergeCode.DISK_FULL);
    }

    @Test
    void aTargetThatCannotBeStartedIsNamed() {
        ScriptedTarget taken =
                new ScriptedTarget() {
                    @Override
                    protected void creating(ModelBlueprint blueprint) throws IOException {
                        throw new FileAlreadyExistsException("out.tmp");
                    }
                };
        TergeException failure = Scene.of().to(taken).problem();
        assertThat(failure.code()).isEqualTo(TergeCode.CANNOT_WRITE);
        assertThat(failure)
                .hasMessageContaining("Cannot write output target: ")
                .hasMessageContaining("already exists: out.tmp");
    }

    @Test
    void aFailureWithoutAMessageIsNamedByItsKind() {
        ScriptedTarget mute =
                new ScriptedTarget() {
                    @Override
                    protected void writing(String parameter, long offset, long count)
                            throws IOException {
                        throw new IOException();
                    }
                };
        assertThat(Scene.of().to(mute).problem())
                .hasMessageContaining("Cannot write output target: IOException");
    }

    @Test
    void anAdapterThatThrowsIsNamed() {
        ScriptedTarget broken =
                new ScriptedTarget() {
                    @Override
                    protected void committing() {
                        throw new IllegalStateException("lost it");
                    }
                };
        TergeException failure = Scene.of().to(broken).problem();
        assertThat(failure.code()).isEqualTo(TergeCode.PLUGIN_FAILED);
        assertThat(failure)
                .hasMessageContaining("Plugin 'scripted' failed while committing target")
                .hasMessageContaining("lost it");
    }

    @Test
    void aTargetThatCannotBeCheckedIsAProblemOfThePlan() {
        ScriptedTarget locked =
                new ScriptedTarget() {
                    @Override
                    protected void checking(boolean overwrite) throws IOException {
                        throw new AccessDeniedException("/root/out");
                    }
                };
        TergeException failure = Scene.of().to(locked).problem();
        assertThat(failure.code()).isEqualTo(TergeCode.CANNOT_WRITE);
        assertThat(failure).hasMessageContaining("permission denied: /root/out");
    }

    @Test
    void aFailureToCloseIsKeptBesideTheFailureOfTheMerge() {
        ScriptedTarget twice =
                new ScriptedTarget() {
                    @Override
                    protected void committing() throws IOException {
                        throw new IOException("first");
                    }

                    @Override
                    protected void closing() throws IOException {
                        throw new IOException("second");
                    }
                };
        TergeException failure = Scene.of().to(twice).problem();
        assertThat(failure).hasMessageContaining("first");
        assertThat(failure.getSuppressed())
                .singleElement()
                .satisfies(second -> assertThat(second).hasMessageContaining("second"));
    }

    @Test
    void aPlanWithoutAnOutputIsNotRun() {
        Map<String, TensorArray> model = Map.of("w", TensorArray.of(new float[] {1}));
        MergeRequest request =
                MergeRequest.builder().model(ModelReference.of(model, "model")).build();
        assertThatThrownBy(() -> Terge.create().merge(request, MergeListener.none()))
                .isInstanceOfSatisfying(
                        TergeException.class,
                        failure -> {
                            assertThat(failure.code()).isEqualTo(TergeCode.NO_OUTPUT);
                            Golden.check("no-output", String.valueOf(failure.getMessage()));
                        });
    }
}
