package io.terge.examples.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.terge.api.MergeRejectedException;
import io.terge.api.MergeReport;
import io.terge.api.Merger;
import io.terge.engine.Terge;
import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class ConformanceTest {

    /** By reading the recipes: a second rule for every parameter, or for one of an earlier rule. */
    private static final Map<String, Integer> RULES_THAT_NEVER_APPLY =
            Map.of("case-011", 1, "case-019", 2, "case-035", 1);

    private final Merger merger = Terge.create();

    @TempDir private Path directory;

    static List<ConformanceCase> cases() throws IOException, URISyntaxException {
        return ConformanceCase.all();
    }

    @Test
    void thereAreFortyCasesSomeOfWhichFailOrWarn() throws IOException, URISyntaxException {
        assertThat(cases()).hasSize(40);
        assertThat(cases()).filteredOn(example -> example.error().isPresent()).hasSize(7);
        assertThat(cases()).filteredOn(example -> example.warning().isPresent()).hasSize(7);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void mergesAsTheOriginalDoes(ConformanceCase example) throws IOException {
        Path out = directory.resolve("out.safetensors");
        if (example.error().isPresent()) {
            checkRejected(example, out);
        } else {
            MergeReport report = merger.merge(example.request(out));
            example.checkOutput(out);
            example.checkLineage(report.lineage());
            checkWarnings(example, report);
        }
    }

    private void checkRejected(ConformanceCase example, Path out) {
        assertThatExceptionOfType(MergeRejectedException.class)
                .isThrownBy(() -> merger.merge(example.request(out)))
                .satisfies(
                        rejected ->
                                assertThat(rejected.problems())
                                        .extracting(Problem::code)
                                        .containsOnly(example.error().orElseThrow()));
        assertThat(directory).isEmptyDirectory();
    }

    private static void checkWarnings(ConformanceCase example, MergeReport report) {
        // These are warnings of ours alone.
        List<ErrorCode> codes =
                report.warnings().stream()
                        .map(Problem::code)
                        .filter(code -> code != TergeCode.SELECTOR_MATCHES_NOTHING)
                        .filter(code -> code != TergeCode.PARAMETERS_NOT_MERGED)
                        .filter(code -> code != TergeCode.RULE_NEVER_APPLIES)
                        .toList();
        assertThat(codes).isEqualTo(example.warning().stream().toList());
        assertThat(report.warnings())
                .filteredOn(problem -> problem.code() == TergeCode.RULE_NEVER_APPLIES)
                .hasSize(RULES_THAT_NEVER_APPLY.getOrDefault(example.toString(), 0));
    }
}
