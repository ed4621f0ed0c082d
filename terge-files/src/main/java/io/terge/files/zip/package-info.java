/**
 * Zip archives whose entries are read and written at positions.
 *
 * <p>To read, start at {@link io.terge.files.zip.ZipArchive}; {@link java.util.zip.ZipFile} does
 * not tell where in the file an entry's bytes are. Archives that two readers could understand in
 * two ways are rejected: see {@link io.terge.files.zip.ZipCode}. To write, start at {@link
 * io.terge.files.zip.ZipLayout}, which places every entry before the first weight is written.
 *
 * <p>Archives and entries of 4 GiB and more, and more than 65535 entries, use the zip64 format;
 * smaller ones do not.
 */
@NullMarked
package io.terge.files.zip;

import org.jspecify.annotations.NullMarked;
