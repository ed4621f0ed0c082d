/**
 * What every file format needs.
 *
 * <p>To read, start at {@link io.terge.files.OpenFile}, which reads the bytes of parameters at
 * positions; {@link io.terge.files.Companions} finds the other files of a model, each a {@link
 * io.terge.files.FileCompanion}. To write, start at {@link io.terge.files.output}. Formats that are
 * zip archives read and write them with {@link io.terge.files.zip}. {@link io.terge.files.group}
 * finds parameters that are meaningful only together. {@link io.terge.files.ModelPath}, {@link
 * io.terge.files.FileNames} and {@link io.terge.files.Quoted} handle references, and untrusted
 * names and texts.
 *
 * <p>Nothing here depends on a format: a {@link io.terge.files.DirectoryFormat} decides which names
 * are weights, and which directories are models.
 */
@NullMarked
package io.terge.files;

import org.jspecify.annotations.NullMarked;
