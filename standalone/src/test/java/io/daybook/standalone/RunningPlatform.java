package io.daybook.standalone;

/** The platform in either of its shapes, for tests to visit. */
public interface RunningPlatform extends AutoCloseable {

    /** Where its pages and its API are. */
    String url();

    @Override
    void close();
}
