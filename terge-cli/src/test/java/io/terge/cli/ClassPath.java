package io.terge.cli;

/** The class path of this JVM, for the compiler and for other JVMs. */
final class ClassPath {

    /** Surefire may hide it in a jar's manifest, which the compiler does not follow. */
    static final String OF_TESTS =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    private ClassPath() {}
}
