package io.terge.engine.execute;

import io.terge.api.MergeListener;
import io.terge.api.OutputPlan;
import io.terge.api.StagePlan;
import io.terge.engine.execute.open.OpenStage;
import io.terge.engine.model.ModelOpener;
import io.terge.engine.stage.ScratchFile;
import io.terge.model.ModelReference;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Prepares stages, in order.
 *
 * @param run the run that they are part of
 * @param writing writes the output of a stage that is kept
 * @param models opens it again
 * @param listener told where opening takes long
 */
record StageRuns(PlanRun run, Writing writing, ModelOpener models, MergeListener listener) {

    /** Writes the output of a stage as a model. */
    @FunctionalInterface
    interface Writing {

        /** Writes and commits it. */
        MergeRecord write(OpenStage stage, OutputPlan output);
    }

    /**
     * Prepares the stages.
     *
     * @param result where the result of all goes; temporary files are made beside it
     * @return what was found out, by the names of the stages
     */
    SequencedMap<String, MergeRecord> prepare(List<OpenStage> stages, ModelReference result) {
        SequencedMap<String, MergeRecord> records = new LinkedHashMap<>();
        for (OpenStage stage : stages) {
            Optional<OutputPlan> kept = stage.plan().plan().output();
            records.put(
                    stage.plan().name(),
                    kept.map(output -> keep(stage, output))
                            .orElseGet(() -> prepare(stage, folder(result))));
        }
        return records;
    }

    private MergeRecord keep(OpenStage stage, OutputPlan output) {
        MergeRecord record = writing.write(stage, output);
        stage.source()
                .readFrom(
                        models.open(
                                output.target().withSettings(Collections.emptySortedMap()),
                                output.adapter(),
                                models.settings(stage.plan().plan().adapterSettings()),
                                listener));
        return record;
    }

    private MergeRecord prepare(OpenStage stage, Path folder) {
        StagePlan plan = stage.plan();
        Optional<ScratchFile> scratch = ScratchFile.of(plan, folder);
        scratch.ifPresent(stage.source()::readFrom); // And it is closed with the source.
        return run.run(
                plan.plan(),
                plan.prepared(),
                stage.models(),
                values ->
                        new StagedParameters(
                                plan,
                                stage.source(),
                                new ParameterWriter(
                                        (name, offset, bytes) ->
                                                scratch.orElseThrow().write(name, offset, bytes),
                                        values)),
                plan::bytesRead);
    }

    // The result will need as much room there.
    private static Path folder(ModelReference result) {
        return result.path()
                .map(path -> path.toAbsolutePath().normalize().getParent())
                .filter(Files::isDirectory)
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
    }
}
