package io.terge.hf.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.error.ErrorCode;

import org.junit.jupiter.api.Test;

/** Scripts rely on the names. */
class DirectoryCodeTest {

    @Test
    void namesAreStable() {
        assertThat(DirectoryCode.values())
                .extracting(ErrorCode::name)
                .containsExactly(
                        "NO_WEIGHTS",
                        "INDEX_INVALID",
                        "SHARD_MISSING",
                        "INDEX_MISMATCH",
                        "OTHER_WEIGHTS_IGNORED",
                        "FILES_NOT_COPIED",
                        "COPY_HAS_NO_EFFECT",
                        "FILES_OUTDATED",
                        "WEIGHTS_NOT_MERGED",
                        "TEMPLATE_NOT_WRITTEN",
                        "TEMPLATE_TOKENS_MISSING",
                        "QUANTIZATION_REMOVED");
        assertThat(DirectoryCode.values())
                .filteredOn(code -> code.kind() == ErrorCode.Kind.WARNING)
                .containsExactly(
                        DirectoryCode.OTHER_WEIGHTS_IGNORED,
                        DirectoryCode.FILES_NOT_COPIED,
                        DirectoryCode.COPY_HAS_NO_EFFECT,
                        DirectoryCode.FILES_OUTDATED,
                        DirectoryCode.WEIGHTS_NOT_MERGED,
                        DirectoryCode.TEMPLATE_TOKENS_MISSING,
                        DirectoryCode.QUANTIZATION_REMOVED);
    }
}
