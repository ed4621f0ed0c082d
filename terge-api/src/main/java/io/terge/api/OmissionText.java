package io.terge.api;

import io.terge.error.PrintableText;

/** Omissions in words. */
final class OmissionText {

    private static final int LONGEST_NAME = 200;

    private OmissionText() {}

    static String of(Omission omission) {
        boolean one = omission.count() == 1;
        String subject = omission.count() + (one ? " parameter" : " parameters");
        String is = one ? " is " : " are ";
        String has = one ? " has " : " have ";
        String model = "model " + omission.model().orElse(0);
        String result =
                switch (omission.effect()) {
                    case COPIED -> "copied";
                    case DROPPED -> "dropped";
                    case RESCALED ->
                            "merged from the other models, with weights rescaled to a sum of 1";
                    case LEFT_OUT -> "merged from the other models";
                };
        String copied =
                omission.effect() == Omission.Effect.COPIED ? "copied from the base" : result;
        String dropped = "%s of %s%s".formatted(subject, model, is);
        return switch (omission.cause()) {
            case MISSING_IN_MODEL -> subject + is + "missing in %s and %s".formatted(model, copied);
            case NOT_IN_BASE -> dropped + "missing in the base and " + result;
            case OTHER_SHAPE ->
                    subject + has + "another shape in %s and%s%s".formatted(model, is, copied);
            case OTHER_TYPE ->
                    "%s%sfloating-point in only one of the base and %s, and%s%s"
                            .formatted(subject, is, model, is, copied);
            case TOO_FEW_MODELS -> subject + is + "in too few models to merge and " + copied;
            case NOT_FLOATING ->
                    subject + has + "no floating-point type and%s%s".formatted(is, copied);
            case NOT_INCLUDED -> filtered(omission, subject, is, copied, "not included");
            case EXCLUDED -> filtered(omission, subject, is, copied, "excluded");
            case ONE_PIECE -> subject + is + "taken from one model by the layout and " + result;
            case NOT_IN_LAYOUT -> dropped + "not used by any slice and " + result;
        };
    }

    private static String filtered(
            Omission omission, String subject, String is, String copied, String how) {
        return omission.effect() == Omission.Effect.DROPPED
                ? "%s of model %d%s%s, missing in the base and dropped"
                        .formatted(subject, omission.model().orElse(0), is, how)
                : subject + is + how + " and " + copied;
    }

    static String example(Omission.Example example) {
        String name = shown(example.name());
        return example.detail().isEmpty()
                ? name
                : "%s (%s)".formatted(name, shown(example.detail()));
    }

    private static String shown(String text) {
        String safe = PrintableText.of(text);
        return safe.length() <= LONGEST_NAME ? safe : safe.substring(0, LONGEST_NAME) + "...";
    }
}
