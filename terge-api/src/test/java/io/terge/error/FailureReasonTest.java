package io.terge.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

class FailureReasonTest {

    @Test
    void failuresThatAreABarePathGetWords() {
        checkWords(new NoSuchFileException("/a"), "no such file or directory");
        checkWords(new AccessDeniedException("/a"), "permission denied");
        checkWords(new NotDirectoryException("/a"), "not a directory");
        checkWords(new FileAlreadyExistsException("/a"), "already exists");
        checkWords(new FileSystemException("/a", null, "Is a directory"), "Is a directory");
        checkWords(new FileSystemLoopException("/a"), "FileSystemLoopException");
    }

    @Test
    void aFailureThatKnowsNoFileHasTheReasonAlone() {
        IOException failure = new FileSystemException(null, null, "No space left on device");
        assertThat(FailureReason.withFile(failure)).isEqualTo("No space left on device");
    }

    @Test
    void otherFailuresKeepTheirMessage() {
        assertThat(FailureReason.withFile(new IOException("No space left")))
                .isEqualTo("No space left");
        assertThat(FailureReason.of(new EOFException("in the header")))
                .isEqualTo("EOFException: in the header");
        assertThat(FailureReason.of(new EOFException())).isEqualTo("EOFException");
        assertThat(FailureReason.of(new IOException())).isEqualTo("IOException");
    }

    private static void checkWords(IOException failure, String words) {
        assertThat(FailureReason.of(failure)).isEqualTo(words);
        assertThat(FailureReason.withFile(failure)).isEqualTo(words + ": /a");
    }
}
