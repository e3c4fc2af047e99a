package io.daybook.standalone;

/** The platform in either of its shapes, for tests to visit. */
public interface RunningPlatform extends AutoCloseable {

    /** Where its pages and its API are. */
    String url();

    /** Where its views are kept, with their database, for a test that changes them behind its back. */
    String views();

    @Override
    void close();
}
