package io.daybook.standalone;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;

/** A file system of a few megabytes, to be filled. To mount it takes root and Linux; elsewhere its tests are left out. */
public final class SmallDisk implements AutoCloseable {

    private final Path directory;

    private SmallDisk(Path directory) {
        this.directory = directory;
    }

    public static SmallDisk mount(Path directory, int bytes) throws InterruptedException {
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + bytes, "tmpfs", directory.toString()),
                "a small file system can be mounted");
        return new SmallDisk(directory);
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (!run("umount", directory.toString())) {
            throw new IllegalStateException("%s is still in use".formatted(directory));
        }
    }
}
