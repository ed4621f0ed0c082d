package io.terge.examples.fuzz;

import io.terge.examples.fuzz.mutation.Bytes;
import io.terge.examples.fuzz.mutation.FileChange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * A model as files.
 *
 * @param location what to open: a path in the folder of the files, or a name on the hub
 * @param files the contents, by path in the folder
 */
record SeedModel(String location, SortedMap<String, byte[]> files) {

    static SeedModel of(String file, byte[] contents) {
        return new SeedModel(file, new TreeMap<>(Map.of(file, contents)));
    }

    /** A model with one to four changes, mostly one. */
    SeedModel mutant(RandomGenerator random) {
        SortedMap<String, byte[]> changed = new TreeMap<>(files);
        int changes = 1 + random.nextInt(1 + random.nextInt(4));
        for (int i = 0; i < changes; i++) {
            List<String> names = new ArrayList<>(changed.keySet());
            String name = names.get(random.nextInt(names.size()));
            byte[] contents = Objects.requireNonNull(changed.get(name));
            if (names.size() > 1 && random.nextInt(20) == 0) {
                changeFiles(changed, name, random);
            } else if (contents.length == 0) {
                changed.put(name, Bytes.change(contents, random));
            } else {
                changed.put(name, FileChange.of(name, contents).apply(contents, random));
            }
        }
        return new SeedModel(location, changed);
    }

    private static void changeFiles(
            SortedMap<String, byte[]> files, String name, RandomGenerator random) {
        List<byte[]> contents = List.copyOf(files.values());
        if (random.nextBoolean()) {
            files.remove(name);
        } else {
            files.put(name, contents.get(random.nextInt(contents.size())));
        }
    }
}
