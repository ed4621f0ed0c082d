package io.terge.examples;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;

import io.terge.api.MergeReport;
import io.terge.api.MergeRequest;
import io.terge.api.Merger;
import io.terge.engine.Terge;
import io.terge.engine.TergeModule;

import jakarta.inject.Inject;

import java.io.IOException;
import java.nio.file.Path;

/** An application that is wired by Guice and has the merger injected. */
public final class GuiceApplication {

    private GuiceApplication() {}

    /** Runs the example in the folder that is given, or in a new one. */
    public static void main(String[] arguments) throws IOException {
        MergeReport report = run(SampleModels.folder(arguments));
        System.out.println("The merged model is " + report.output().describe());
    }

    static MergeReport run(Path folder) {
        Path a = SampleModels.write(1, folder.resolve("a.safetensors"));
        Path b = SampleModels.write(2, folder.resolve("b.safetensors"));
        // tag::readme
        Injector injector =
                Guice.createInjector(
                        TergeModule.of(Terge.builder().threads(2)), new ApplicationModule());
        MergeReport report =
                injector.getInstance(Kitchen.class).cook(a, b, folder.resolve("soup.safetensors"));
        // end::readme
        return report;
    }

    /** The application's own parts. */
    static final class ApplicationModule extends AbstractModule {

        @Override
        protected void configure() {
            bind(Kitchen.class);
        }
    }

    /** A part of the application that merges. */
    static final class Kitchen {

        private final Merger merger;

        @Inject
        Kitchen(Merger merger) {
            this.merger = merger;
        }

        MergeReport cook(Path one, Path another, Path soup) {
            return merger.merge(MergeRequest.builder().model(one).model(another).to(soup).build());
        }
    }
}
