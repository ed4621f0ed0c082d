package io.terge.examples.npz;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.terge.testkit.ModelAdapterContract;

import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

import java.util.List;

/**
 * Runs a contract by itself, so that its failures can be looked at.
 *
 * @param passed the names of the tests that passed
 * @param failed the names of the tests that failed
 */
record ContractRun(List<String> passed, List<String> failed) {

    static ContractRun of(Class<? extends ModelAdapterContract> contract) {
        var tests =
                EngineTestKit.engine("junit-jupiter")
                        .selectors(selectClass(contract))
                        .execute()
                        .testEvents();
        return new ContractRun(
                tests.succeeded().stream().map(ContractRun::name).sorted().toList(),
                tests.failed().stream().map(ContractRun::name).sorted().toList());
    }

    private static String name(Event event) {
        return event.getTestDescriptor().getDisplayName().replace("()", "");
    }
}
