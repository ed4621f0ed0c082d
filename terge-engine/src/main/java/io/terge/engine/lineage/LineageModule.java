package io.terge.engine.lineage;

import com.google.inject.AbstractModule;

import io.terge.engine.plugin.TergeVersion;

/** Records lineages. */
public final class LineageModule extends AbstractModule {

    private final TergeVersion version;

    public LineageModule(TergeVersion version) {
        this.version = version;
    }

    @Override
    protected void configure() {
        bind(TergeVersion.class).toInstance(version);
        bind(LineageRecorder.class);
    }
}
