package io.terge.files.zip;

import io.terge.files.output.OutputFile;

import java.io.IOException;

/** Where the content of an entry that is written comes from. */
sealed interface EntrySource permits KnownContent, ParameterContent, CopiedContent {

    /** The compression method. */
    int method();

    /** The number of bytes of the content. */
    long size();

    /** The number of bytes in the file. */
    long compressedSize();

    /**
     * Writes what nobody else has written.
     *
     * @param file all parameters are in it
     * @param start where the content starts
     * @return the checksum of the content
     */
    int complete(OutputFile file, long start) throws IOException;
}
