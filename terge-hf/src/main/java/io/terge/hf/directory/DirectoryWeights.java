package io.terge.hf.directory;

import io.terge.files.output.DirectoryContent;
import io.terge.tensor.ParameterSpec;

import java.io.IOException;
import java.util.List;

/** The files of weights in a directory that is to be written. */
interface DirectoryWeights {

    /**
     * Returns the parameters of each file.
     *
     * @throws io.terge.error.TergeException if the format of the files cannot hold them
     */
    List<List<ParameterSpec>> shards() throws IOException;

    /** Creates the files, with an index if there are several. */
    void fill(DirectoryContent content) throws IOException;
}
