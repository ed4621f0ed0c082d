package io.terge.hf.hub;

import io.terge.files.ForwardingSource;
import io.terge.model.ModelReference;
import io.terge.spi.format.ModelSource;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The model in a snapshot, which knows what commit it is.
 *
 * @param snapshot the snapshot
 * @param model the model in its directory
 */
record HubSource(Snapshot snapshot, ModelSource model) implements ForwardingSource {

    @Override
    public Optional<ModelReference> resolved() {
        return Optional.of(ModelReference.at(snapshot.exact().text()));
    }

    @Override
    public SequencedMap<String, String> details() {
        SequencedMap<String, String> details = new LinkedHashMap<>();
        details.put("hub model", snapshot.name().text());
        details.put("hub commit", snapshot.commit());
        details.put("hub snapshot", snapshot.directory().toString());
        model.details().forEach(details::putIfAbsent);
        return details;
    }
}
