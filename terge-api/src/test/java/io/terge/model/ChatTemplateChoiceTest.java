package io.terge.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatTemplateChoiceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ m }}",
                "{% for m in messages %}{% if m %}a{% elif n %}b{% else %}c{% endif %}{% endfor %}",
                "{%- for m in messages -%}x{%- else -%}y{%- endfor -%}",
                "{{ {'a': {'b': 1}} }}",
                "{{ '}}' ~ \"%}\" ~ '\\'}}' }}",
                "{# {% if %} #}x",
                "{% raw %}{% if %}{{ {% endraw %}",
                "{% set x = '=' %}{% set a.b, c=1, 2 %}{% set y %}text{% endset %}",
                "{% set y | replace(a=1) %}text{% endset %}",
                "{% macro f(a, b=1) %}{% endmacro %}{% generation %}{% endgeneration %}",
                "{% break %}{% unheard of %}"
            })
    void templatesAreAccepted(String template) {
        assertThat(ChatTemplateChoice.fault(template)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{{ m | line 1: {{ is not closed",
                "'x{% if a' | line 1: {% is not closed",
                "'{# a' | line 1: {# is not closed",
                "'{{ ''a }}' | line 1: a string in quotes is not closed",
                "'{{ (m }}' | line 1: {{ is not closed",
                "{% for m in n %} | line 1: {% for %} is not closed",
                "{% endfor %} | line 1: {% endfor %} closes nothing",
                "{% if a %}{% else %}{% endfor %}"
                        + " | line 1: expected {% endif %}, which closes line 1, got {% endfor %}",
                "{% else %} | line 1: {% else %} is not in {% if %} or {% for %}",
                "{% for m in n %}{% elif a %}{% endfor %} | line 1: {% elif %} is not in {% if %}",
                "{% raw %}{{ | line 1: {% raw %} is not closed"
            })
    void whatIsNotClosedIsSaid(String template, String fault) {
        assertThat(ChatTemplateChoice.fault(template)).contains(fault);
    }

    @Test
    void linesAreCounted() {
        assertThat(ChatTemplateChoice.fault("a\n{% if a %}\n\n{% endfor %}"))
                .contains("line 4: expected {% endif %}, which closes line 2, got {% endfor %}");
        assertThat(ChatTemplateChoice.fault("{{ m }}\n\0"))
                .contains("line 2: it contains the character NUL");
    }
}
