package io.terge.hf.hub;

import io.terge.model.ModelReference;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a model on the hub, as {@code org/model} or {@code org/model@revision}.
 *
 * @param organization the organization or user
 * @param model the model's name
 * @param revision the branch, tag or commit
 */
record HubName(String organization, String model, String revision) {

    /** How the names of the directories of models in a cache begin. */
    static final String PREFIX = "models--";

    private static final String DEFAULT_REVISION = "main";

    private static final int LONGEST = 1000;

    // Every part starts with a letter, a digit or '_', so that none of them leaves a directory.
    private static final String PART = "[A-Za-z0-9_][A-Za-z0-9._-]*";
    private static final Pattern NAME =
            Pattern.compile("(%1$s)/(%1$s)(?:@(%1$s(?:/%1$s)*))?".formatted(PART));

    /** The name that a reference is, if it is not a path that exists. */
    static Optional<HubName> of(ModelReference reference) {
        return reference.path().filter(HubName::isFree).flatMap(path -> parse(path.toString()));
    }

    private static boolean isFree(Path path) {
        return path.getFileSystem().equals(FileSystems.getDefault()) && Files.notExists(path);
    }

    /** The name that a text is. */
    static Optional<HubName> parse(String text) {
        Matcher matcher = NAME.matcher(text);
        if (text.length() > LONGEST
                || !matcher.matches()
                || isForbidden(matcher.group(1))
                || isForbidden(matcher.group(2))) {
            return Optional.empty();
        }
        String revision = matcher.group(3);
        return Optional.of(
                new HubName(
                        matcher.group(1),
                        matcher.group(2),
                        revision == null ? DEFAULT_REVISION : revision));
    }

    // The hub has no such names: in the cache, "--" separates the parts.
    private static boolean isForbidden(String part) {
        return part.contains("--") || part.contains("..");
    }

    /** The name without the revision. */
    String repository() {
        return organization + "/" + model;
    }

    /** The name of the model's directory in the cache. */
    String directory() {
        return PREFIX + organization + "--" + model;
    }

    /** The name of another revision. */
    HubName at(String other) {
        return new HubName(organization, model, other);
    }

    /** The name in full. */
    String text() {
        return repository() + "@" + revision;
    }

    /** The command that downloads this revision. */
    String download() {
        String command = "hf download " + repository();
        return revision.equals(DEFAULT_REVISION) ? command : command + " --revision " + revision;
    }
}
