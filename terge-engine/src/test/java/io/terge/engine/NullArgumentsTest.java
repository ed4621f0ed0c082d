package io.terge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.Layout;
import io.terge.api.MergeListener;
import io.terge.api.MergePlan;
import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.Merger;
import io.terge.api.ModelScope;
import io.terge.api.NonFinitePolicy;
import io.terge.api.Setting;
import io.terge.api.SettingValue;
import io.terge.model.ModelReference;
import io.terge.tensor.DType;
import io.terge.tensor.TensorArray;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Callers without a checker of nulls get an exception that names the argument. */
class NullArgumentsTest {

    private static final Merger MERGER = Terge.create();
    private static final ModelReference MODEL =
            ModelReference.of(Map.of("x", TensorArray.of(new float[1], 1)), "model");
    private static final MergePlan PLAN = MERGER.plan(MergeRequest.builder().model(MODEL).build());

    private static final List<Object> SUBJECTS =
            List.of(
                    MERGER,
                    Terge.builder(),
                    Terge.merge(MODEL),
                    MergeRequest.builder(),
                    ModelReference.at("x.safetensors"));
    private static final List<Object> ARGUMENTS =
            List.of(
                    MODEL,
                    PLAN,
                    Path.of("x"),
                    "x",
                    1,
                    1L,
                    1.0,
                    true,
                    new double[] {1},
                    new String[] {"x"},
                    ModelScope.all(),
                    List.of(),
                    Layout.ofBase(),
                    DType.F32,
                    NonFinitePolicy.WARN,
                    SettingValue.of("x"),
                    Setting.of("x", SettingValue.of("x")),
                    MergeListener.none(),
                    MergeRequest.builder().model(MODEL).build(),
                    UnaryOperator.<MergeRequestBuilder>identity(),
                    Optional.empty(),
                    new TreeMap<String, String>(),
                    NullArgumentsTest.class.getClassLoader());

    @ParameterizedTest
    @ValueSource(
            classes = {
                Merger.class,
                Terge.class,
                TergeBuilder.class,
                MergeCall.class,
                MergeRequest.class,
                MergeRequestBuilder.class,
                ModelReference.class
            })
    void areNamed(Class<?> type) {
        List<String> unnamed =
                Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .filter(method -> !method.isSynthetic())
                        .filter(method -> !method.getName().equals("equals"))
                        .flatMap(NullArgumentsTest::unnamed)
                        .toList();
        assertThat(unnamed).isEmpty();
    }

    private static Stream<String> unnamed(Method method) {
        Class<?>[] types = method.getParameterTypes();
        return IntStream.range(0, types.length)
                .filter(i -> !types[i].isPrimitive())
                .boxed()
                .flatMap(
                        i ->
                                message(method, i)
                                        .filter(message -> !message.matches("[a-zA-Z]+"))
                                        .map(message -> method + ", argument " + i + ": " + message)
                                        .stream());
    }

    private static Optional<String> message(Method method, int missing) {
        @Nullable Object[] arguments =
                Arrays.stream(method.getParameterTypes())
                        .map(NullArgumentsTest::argument)
                        .toArray();
        arguments[missing] = null;
        try {
            method.invoke(subject(method), arguments);
            return Optional.of("accepted");
        } catch (InvocationTargetException thrown) {
            return Optional.of(
                    thrown.getCause() instanceof NullPointerException named
                            ? String.valueOf(named.getMessage())
                            : String.valueOf(thrown.getCause()));
        } catch (IllegalAccessException hidden) {
            return Optional.of(hidden.toString());
        }
    }

    private static @Nullable Object subject(Method method) {
        return Modifier.isStatic(method.getModifiers())
                ? null
                : SUBJECTS.stream()
                        .filter(method.getDeclaringClass()::isInstance)
                        .findFirst()
                        .orElseThrow();
    }

    private static @Nullable Object argument(Class<?> type) {
        return ARGUMENTS.stream()
                .filter(
                        value ->
                                type.isInstance(value)
                                        || (type.isPrimitive()
                                                && MethodType.methodType(type)
                                                        .wrap()
                                                        .returnType()
                                                        .isInstance(value)))
                .findFirst()
                .orElse(null);
    }
}
