package io.terge.engine.filter;

import com.google.inject.AbstractModule;

/** Compiles selectors. */
public final class FilterModule extends AbstractModule {

    @Override
    protected void configure() {
        bind(SelectorCompiler.class);
    }
}
