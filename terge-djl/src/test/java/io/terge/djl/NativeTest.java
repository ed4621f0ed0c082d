package io.terge.djl;

import org.junit.jupiter.api.extension.ExtendWith;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test class that runs where DJL's PyTorch engine can be loaded: on Linux x86-64, for which Maven
 * brings the native code.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PyTorchCondition.class)
public @interface NativeTest {}
