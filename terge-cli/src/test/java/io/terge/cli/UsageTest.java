package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class UsageTest {

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    no-command              |
                    unknown-command         | mrge a b
                    far-command             | nope
                    help-unknown-command    | help mrge
                    no-model                | merge --out x
                    no-output               | merge a b
                    one-model-no-output     | merge a
                    option-too-long         | merge a b --output x
                    option-too-short        | merge a b -o x
                    option-misspelled       | merge a b --out x --wieghts 1,2
                    option-far              | merge a b --out x --quantize
                    type-ambiguous          | merge a b --out x --dtype fp8
                    types-for-all           | merge a b --out x --dtype bf16 --dtype f32
                    type-unknown-selected   | merge a b --out x --dtype glob:a=i8
                    two-outputs             | merge a b --out x --in-place
                    output-twice            | merge a b --out x --out y
                    unknown-option          | merge a b --out x --weigths 1,2
                    unknown-option-value    | merge a b --out x --weigths=1,2
                    option-without-value    | merge a b --out
                    weights-not-a-number    | merge a b --out x --weights regex:a=1,two
                    weights-empty           | merge a b --out x --weights glob:a=
                    selector-empty          | merge a b --out x --method =arithmetic
                    option-malformed        | merge a b --out x --option density
                    base-too-long           | merge a b --out x --base 99999999999
                    type-unknown            | merge a b --out x --dtype i8
                    size-malformed          | merge a b --out x --shard-size 5XB
                    size-too-small          | merge a b --out x --shard-size 8
                    size-zero               | merge a b --out x --shard-size 0
                    threads-zero            | merge a b --out x --threads 0
                    memory-malformed        | merge a b --out x --max-memory much
                    memory-zero             | merge a b --out x --max-memory 0
                    report-is-lineage       | merge a b --out x --lineage l.json --json-report ./l.json
                    progress-unknown        | merge a b --out x --progress yes
                    plugins-no-folder       | methods --plugins no-such-folder
                    rename-malformed        | merge a b --out x --rename ^bert\\.=
                    rename-of-no-model      | merge a b --out x --rename first:a=b
                    adapter-malformed       | merge a b --out x --adapter first:safetensors
                    seed-malformed          | merge a b --out x --seed 1.5
                    weights-open-gradient   | merge a b --out x --weights [0,1,2
                    weights-bad-gradient    | merge a b --out x --weights [0,1f],2
                    option-empty-value      | merge a b --out x --option density=0.5,,1
                    save-without-output     | plan a b --save p.json
                    plan-with-model         | merge a --plan p.json
                    plan-with-weights       | merge --plan p.json --threads 2 --weights 1,2 --base 1
                    plan-with-output        | merge --overwrite --plan p.json --out x
                    plan-with-save          | plan --plan p.json --save q.json
                    plan-is-lineage         | merge --plan p.json --lineage ./p.json
                    save-is-report          | plan a b --out x --save p.json --json-report p.json
                    recipe-and-model        | merge a.yml b --out x
                    recipe-and-options      | merge a.yml --weights 1,2 --base c --method ties --out x
                    recipe-with-plan        | merge --plan p.json --set a=1 --save-recipe b.yml
                    recipe-var-malformed    | merge a.yml --var W --out x
                    set-without-recipe      | merge a b --set weights.a=1 --out x
                    var-without-recipe      | merge a b --var W=1 --out x
                    recipe-nothing          | recipe
                    recipe-unknown          | recipe shema
                    recipe-convert-nothing  | recipe convert
                    convert-nothing         | convert --out x
                    convert-no-output       | convert a
                    extract-nothing         | extract a --out x
                    moe-nothing             | moe --out x
                    moe-no-output           | moe a.yml
                    transplant-no-donor     | transplant a --out x
                    transplant-no-output    | transplant a --tokenizer b
                    transplant-method       | transplant a --tokenizer b --method mean --out x
                    transplant-k            | transplant a --tokenizer b --k 0 --out x
                    transplant-padding      | transplant a --tokenizer b --pad-vocabulary 0 --out x
                    expert-negative         | extract a --expert -1 --out x
                    inspect-nothing         | inspect
                    inspect-two             | inspect a b
                    """)
    void aMistakeOnTheCommandLineIsNamed(String golden, String words) {
        Object[] arguments = words == null ? new Object[0] : words.split(" ");

        CliRun run = CliRun.of(arguments);

        GoldenFiles.check("usage/" + golden, run.transcript(folder));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void anEmptyPathIsAMistake() {
        assertThat(CliRun.of("merge", "", "b", "--out", "x").status()).isEqualTo(2);
        assertThat(CliRun.of("merge", "a", "b", "--out", "").status()).isEqualTo(2);
        assertThat(CliRun.of("inspect", "").status()).isEqualTo(2);
    }

    @Test
    void aFolderWithoutGoodJarsIsAMistake() throws IOException {
        CliRun empty = CliRun.of("methods", "--plugins", folder);
        GoldenFiles.check("usage/plugins-no-jar", empty.transcript(folder));
        assertThat(empty.status()).isEqualTo(2);

        Files.writeString(folder.resolve("broken.jar"), "not a zip file");
        CliRun broken = CliRun.of("methods", "--plugins", folder);
        GoldenFiles.check("usage/plugins-broken-jar", broken.transcript(folder));
        assertThat(broken.status()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "merge ",
                "moe ",
                "transplant ",
                "plan ",
                "convert ",
                "extract ",
                "inspect ",
                "methods ",
                "adapters ",
                "selectors ",
                "recipe ",
                "recipe schema ",
                "recipe convert ",
                "demo ",
                "help "
            })
    void everyCommandHasHelp(String command) {
        CliRun run = CliRun.of((Object[]) (command + "--help").split(" "));

        GoldenFiles.check(
                "help/" + (command.isEmpty() ? "terge" : command.strip().replace(' ', '-')),
                run.transcript(folder));
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void helpIsAlsoACommand() {
        assertThat(CliRun.of("help").out()).isEqualTo(CliRun.of("--help").out());
        assertThat(CliRun.of("help", "merge").out()).isEqualTo(CliRun.of("merge", "--help").out());
        assertThat(CliRun.of("help", "merge").status()).isZero();
    }

    @Test
    void theVersionIsShown() {
        CliRun run = CliRun.of("--version");

        assertThat(run.status()).isZero();
        assertThat(run.out()).matches("terge \\d+\\.\\d+\\.\\d+\\S*\nJava .*\n");
    }
}
