/**
 * What every file format needs and none should write anew.
 *
 * <p>Reading starts at {@link io.terge.files.OpenFile}, which gives the bytes of parameters by
 * position and size; {@link io.terge.files.Companions} finds the files beside the weights of a
 * directory, each a {@link io.terge.files.FileCompanion}. Writing is {@link io.terge.files.output}.
 * {@link io.terge.files.ModelPath}, {@link io.terge.files.FileNames} and {@link
 * io.terge.files.Quoted} make references, names and texts out of files fit for use.
 *
 * <p>Nothing here knows a format: which names are weights, and what looks like a model, is asked of
 * a {@link io.terge.files.DirectoryFormat}.
 */
@NullMarked
package io.terge.files;

import org.jspecify.annotations.NullMarked;
