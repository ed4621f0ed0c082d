package io.terge.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.terge.error.Problem;
import io.terge.error.TergeException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class CompanionsTest {

    @TempDir private Path folder;
    private Path model = Path.of("");

    @BeforeEach
    void makeDirectory() throws IOException {
        model = Files.createDirectory(folder.resolve("model"));
    }

    @Test
    void everyFileThatIsNotWeightsIsFoundByItsName() throws IOException {
        for (String name : List.of("b.txt", "a/deep/c.txt", "weights", "a/weights", ".hidden")) {
            make(name);
        }
        assertThat(Companions.below(model, file -> file.name().equals("weights")))
                .containsExactly(
                        new FileCompanion(".hidden", model.resolve(".hidden")),
                        new FileCompanion("a/deep/c.txt", model.resolve("a/deep/c.txt")),
                        new FileCompanion("a/weights", model.resolve("a/weights")),
                        new FileCompanion("b.txt", model.resolve("b.txt")));
    }

    @Test
    void historyAndLeftoversAreNone() throws IOException {
        for (String name : List.of(".git/HEAD", "a/.git/HEAD", ".x.terge-1a-2b-3c/lock", "a/b")) {
            make(name);
        }
        make(".gitattributes");
        assertThat(names()).containsExactly(".gitattributes", "a/b");
        assertThat(Directory.isForeign(".git")).isTrue();
        assertThat(Directory.isForeign(".x.terge-1a-2b-3c")).isTrue();
        assertThat(Directory.isForeign(".x.terge-notes")).isFalse();
    }

    @Test
    void linksAreFollowedUnlessTheyLeadUpOrNowhere() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("vocab.txt"), "v");
        Files.createSymbolicLink(model.resolve("linked"), other);
        Files.createSymbolicLink(model.resolve("up"), Path.of(".."));
        Files.createSymbolicLink(model.resolve("self"), Path.of("self"));
        Files.createSymbolicLink(model.resolve("gone"), folder.resolve("nothing"));
        assertThat(names()).containsExactly("linked/vocab.txt");
    }

    @Test
    void linksToLinksAreFollowedOnce() throws IOException {
        for (int level = 1; level <= 40; level++) {
            Path directory = Files.createDirectory(model.resolve("d" + level));
            for (String link : List.of("a", "b")) {
                Files.createSymbolicLink(directory.resolve(link), Path.of("../d" + (level + 1)));
            }
        }
        make("d41/f");
        Companions found = Companions.in(model, file -> false);
        assertThat(found.files()).extracting(FileCompanion::name).containsExactly("d41/f");
        assertThat(found.notFollowed()).hasSize(80).contains("d1/a", "d40/b");
        assertThat(found.warnings())
                .singleElement()
                .asString()
                .contains("[LINK_NOT_FOLLOWED]", "'d1/a', 'd1/b'", "and 75 more");
    }

    @Test
    void linksToNothingAndUpwardsAreTold() throws IOException {
        make("a/config.json");
        Files.createSymbolicLink(model.resolve("tokenizer.json"), Path.of("nowhere"));
        Files.createSymbolicLink(model.resolve("a/up"), Path.of("../.."));
        Companions found = Companions.in(model, file -> false);
        assertThat(found.files()).extracting(FileCompanion::name).containsExactly("a/config.json");
        assertThat(found.warnings())
                .extracting(Problem::toString)
                .singleElement()
                .satisfies(
                        warning ->
                                assertThat(warning)
                                        .startsWith("[ENTRY_NOT_COPIED] " + Quoted.of(model))
                                        .contains(
                                                "'a/up' (a link to a directory that the model is"
                                                        + " in), 'tokenizer.json' (a link to"
                                                        + " nothing)"));
    }

    @Test
    void aNameThatIsNoTextIsTold() throws IOException {
        Path odd = Path.of(URI.create(model.toUri() + "c%FF.txt"));
        assumeFalse(odd.equals(Path.of(odd.toString())), "every name is text here");
        Files.writeString(odd, "x");
        Companions found = Companions.in(model, file -> false);
        assertThat(found.files()).isEmpty();
        assertThat(found.warnings())
                .singleElement()
                .asString()
                .contains("[ENTRY_NOT_COPIED]", "its name is not text in this system's encoding");
    }

    @Test
    void aDirectoryOutsideIsFoundByTheFirstOfItsLinks() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("vocab.txt"), "v");
        Files.createSymbolicLink(other.resolve("round"), other);
        Files.createSymbolicLink(model.resolve("b"), other);
        Files.createSymbolicLink(model.resolve("a"), other);
        assertThat(names()).containsExactly("a/vocab.txt");
    }

    @Test
    void moreFilesThanALimitAreRefused() throws IOException {
        for (String name : List.of("a/1", "a/2", "b/3")) {
            make(name);
        }
        assertThat(Companions.in(model, file -> false, 10).files()).hasSize(3);
        assertThatThrownBy(() -> Companions.in(model, file -> false, 3))
                .isInstanceOf(TergeException.class)
                .hasMessageContaining("[TOO_MANY_FILES]");
    }

    @Test
    void theSearchCanBeCancelled() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> Companions.in(model, file -> false))
                    .isInstanceOf(ClosedByInterruptException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aFileThatCannotBeReadIsToldOfBeforeItIsCopied() {
        FileCompanion gone = new FileCompanion("config.json", model.resolve("config.json"));
        assertThatThrownBy(() -> Companions.checkReadable(List.of(gone)))
                .isInstanceOf(TergeException.class)
                .hasMessageContaining("[CANNOT_READ]")
                .hasMessageContaining("config.json");
    }

    private List<String> names() throws IOException {
        return Companions.below(model, file -> false).stream().map(FileCompanion::name).toList();
    }

    private void make(String name) throws IOException {
        Path file = model.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, name);
    }
}
