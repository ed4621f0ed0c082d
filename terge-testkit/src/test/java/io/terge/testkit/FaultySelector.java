package io.terge.testkit;

import io.terge.spi.selector.ParameterSelector;
import io.terge.spi.selector.SelectorSyntaxException;
import io.terge.tensor.ParameterSpec;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Selects by the text before a star. A bracket is malformed. */
final class FaultySelector implements ParameterSelector {

    private final SelectorFault fault;
    private final Thread owner = Thread.currentThread();
    private String last = "";

    FaultySelector(SelectorFault fault) {
        this.fault = fault;
    }

    @Override
    public String scheme() {
        return has(SelectorFault.HAS_A_BAD_SCHEME) ? "1st" : "faulty";
    }

    @Override
    public Predicate<ParameterSpec> compile(String expression) {
        checkText(expression);
        last = expression.replace("*", "");
        String prefix = last;
        Set<String> seen = new HashSet<>();
        return spec -> {
            String name = spec.name();
            return switch (fault) {
                case MATCHES_NOTHING -> false;
                case MATCHES_EVERYTHING -> true;
                case MATCHES_NOTHING_TWICE -> name.startsWith(prefix) && seen.add(name);
                case KEEPS_THE_LAST_EXPRESSION -> name.startsWith(last);
                case IS_TIED_TO_A_THREAD ->
                        name.startsWith(prefix) && Thread.currentThread() == owner;
                case FAILS_AT_ODD_NAMES -> name.charAt(0) == prefix.charAt(0) && matches(spec);
                default -> name.startsWith(prefix);
            };
        };
    }

    private static boolean matches(ParameterSpec spec) {
        return spec.name().startsWith("enc");
    }

    private void checkText(String expression) {
        int bracket = expression.indexOf('[');
        if (has(SelectorFault.THROWS_SOMETHING_ELSE_AT_ODD_TEXTS) && expression.isBlank()) {
            throw new IllegalArgumentException("Blank");
        }
        if (bracket < 0 || has(SelectorFault.COMPILES_ANYTHING)) {
            return;
        }
        throw switch (fault) {
            case GIVES_A_PLACE_BEYOND_THE_END -> new SelectorSyntaxException("A bracket", 99);
            case SAYS_NOTHING -> new SelectorSyntaxException(" ", bracket);
            case THROWS_SOMETHING_ELSE -> new IllegalArgumentException("A bracket");
            default -> new SelectorSyntaxException("A bracket", bracket);
        };
    }

    private boolean has(SelectorFault one) {
        return fault == one;
    }
}
