package io.terge.djl;

import ai.djl.engine.Engine;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs tests only where DJL's PyTorch engine can be loaded, and says so once where it cannot. */
final class PyTorchCondition implements ExecutionCondition {

    private static final ConditionEvaluationResult RESULT = tryToLoad();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return RESULT;
    }

    private static ConditionEvaluationResult tryToLoad() {
        try {
            String version = Engine.getEngine("PyTorch").getVersion();
            return ConditionEvaluationResult.enabled("PyTorch " + version + " is loaded");
        } catch (RuntimeException | LinkageError missing) {
            String reason =
                    "The tests with native code are left out: PyTorch cannot be loaded here ("
                            + missing
                            + ")";
            System.err.println(reason);
            return ConditionEvaluationResult.disabled(reason);
        }
    }
}
