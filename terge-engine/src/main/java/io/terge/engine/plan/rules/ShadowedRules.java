package io.terge.engine.plan.rules;

import io.terge.api.Setting;
import io.terge.engine.filter.CompiledRule;
import io.terge.engine.filter.CompiledSelector;
import io.terge.engine.plan.named.NamedModel;
import io.terge.engine.plan.named.RequestModels;
import io.terge.engine.setting.CompiledSetting;
import io.terge.engine.setting.SettingRules.Subject;
import io.terge.error.FirstFew;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.tensor.ParameterSpec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds rules that never apply, because earlier rules match every parameter that they match.
 *
 * <p>A last rule for every parameter is a safety net: it is not found where several earlier rules
 * together leave nothing to it, only where one of them does.
 *
 * @param models the models of the request
 * @param outputs the parameters of the output
 */
public record ShadowedRules(RequestModels models, List<ParameterSpec> outputs) {

    private static final int MOST_RULES = 3;

    /**
     * A rule.
     *
     * @param askedBy the rule as messages name it
     * @param selector which parameters it is for
     * @param subjects which models it is for
     */
    private record Claim(String askedBy, CompiledSelector selector, Set<Subject> subjects) {}

    /** Returns one warning for each rule that never applies. */
    public List<Problem> of(RequestRules rules) {
        List<Problem> found = new ArrayList<>();
        find(claims(rules.methods()), found);
        Map<String, List<Claim>> settings = new LinkedHashMap<>();
        for (CompiledSetting setting : rules.settings().settings()) {
            settings.computeIfAbsent(setting.setting().name(), any -> new ArrayList<>())
                    .add(new Claim(setting.askedBy(), setting.selector(), subjects(setting)));
        }
        settings.values().forEach(claims -> find(claims, found));
        List<ParameterSpec> floating =
                outputs.stream().filter(output -> output.dtype().isFloating()).toList();
        new ShadowedRules(models, floating).find(claims(rules.types().rules()), found);
        return found;
    }

    private static <T> List<Claim> claims(List<CompiledRule<T>> rules) {
        return rules.stream()
                .map(rule -> new Claim(rule.askedBy(), rule.selector(), Set.of(Subject.none())))
                .toList();
    }

    private Set<Subject> subjects(CompiledSetting setting) {
        Set<Subject> subjects =
                models.merged().stream()
                        .map(NamedModel::subject)
                        .filter(model -> setting.speaksOf(model.index(), model.isBase()))
                        .collect(Collectors.toCollection(HashSet::new));
        if (setting.isForAllModels() && !setting.setting().name().equals(Setting.WEIGHT)) {
            subjects.add(Subject.none());
        }
        return subjects;
    }

    private void find(List<Claim> claims, List<Problem> found) {
        for (int i = 1; i < claims.size(); i++) {
            shadowing(claims.get(i), claims.subList(0, i))
                    .map(warning(claims.get(i))::note)
                    .map(told -> told.fix("remove the rule, or move it before the others"))
                    .ifPresent(found::add);
        }
    }

    private static Problem warning(Claim claim) {
        return Problem.of(
                TergeCode.RULE_NEVER_APPLIES,
                "%s never applies: earlier rules match all of its parameters"
                        .formatted(claim.askedBy()));
    }

    /** Returns the earlier rules that leave nothing to a rule, for a message, if that is so. */
    private Optional<String> shadowing(Claim claim, List<Claim> earlier) {
        if (claim.subjects().isEmpty()) {
            return Optional.empty();
        }
        Set<String> winners = new LinkedHashSet<>();
        int matched = 0;
        for (ParameterSpec output : outputs) {
            if (claim.selector().matches(output)) {
                matched++;
                if (!isCovered(output, claim, earlier, winners)) {
                    return Optional.empty();
                }
            }
        }
        boolean isSafetyNet =
                matched == outputs.size()
                        && winners.size() > 1
                        && earlier.stream().noneMatch(other -> leavesNothing(other, claim));
        return matched == 0 || isSafetyNet
                ? Optional.empty()
                : Optional.of("earlier: " + FirstFew.of(winners, MOST_RULES));
    }

    /** Whether one earlier rule is for everything that a rule could apply to. */
    private boolean leavesNothing(Claim other, Claim claim) {
        return other.subjects().containsAll(claim.subjects())
                && outputs.stream().allMatch(other.selector()::matches);
    }

    private static boolean isCovered(
            ParameterSpec output, Claim claim, List<Claim> earlier, Collection<String> winners) {
        Set<Subject> left = new HashSet<>(claim.subjects());
        for (Claim other : earlier) {
            if (!left.isEmpty() && other.selector().matches(output)) {
                if (left.removeAll(other.subjects())) {
                    winners.add(other.askedBy());
                }
            }
        }
        return left.isEmpty();
    }
}
