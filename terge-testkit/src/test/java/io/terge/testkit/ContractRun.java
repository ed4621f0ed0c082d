package io.terge.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

import java.util.Map;
import java.util.TreeMap;

/**
 * Runs a contract by itself, so that its failures can be looked at.
 *
 * @param started how many tests ran
 * @param failures what the failed tests said, by name of the test
 */
record ContractRun(long started, Map<String, String> failures) {

    static final String TYPE = "terge.testkit.type";
    static final String FAULT = "terge.testkit.fault";

    static ContractRun of(Class<?> contract, Enum<?> fault) {
        var tests =
                EngineTestKit.engine("junit-jupiter")
                        .configurationParameter(TYPE, fault.getDeclaringClass().getName())
                        .configurationParameter(FAULT, fault.name())
                        .selectors(selectClass(contract))
                        .execute()
                        .testEvents();
        Map<String, String> failures = new TreeMap<>();
        tests.failed().stream().forEach(event -> failures.put(name(event), message(event)));
        return new ContractRun(tests.started().count(), failures);
    }

    private static String name(Event event) {
        String display = event.getTestDescriptor().getDisplayName();
        return display.replace("()", "");
    }

    private static String message(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .map(Throwable::getMessage)
                .orElse("");
    }
}
