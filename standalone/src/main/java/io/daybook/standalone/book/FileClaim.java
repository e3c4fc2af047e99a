package io.daybook.standalone.book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to write a file, by a lock on another one beside it. The operating system gives it back when the process ends,
 * however it ends.
 */
final class FileClaim implements AutoCloseable {

    /** What this process has: to open a lock file a second time and to close it would give up the first lock. */
    private static final Set<Path> MINE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FileClaim(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Claims a file, whose directory is made if it is missing.
     *
     * @throws BookInUse if it is claimed
     */
    static FileClaim of(Path file) {
        if (!MINE.add(file)) {
            throw new BookInUse(file.toString());
        }
        try {
            return new FileClaim(file, lock(file));
        } catch (IOException e) {
            MINE.remove(file);
            throw new UncheckedIOException("%s cannot be claimed".formatted(file), e);
        } catch (RuntimeException e) {
            MINE.remove(file);
            throw e;
        }
    }

    private static FileChannel lock(Path file) throws IOException {
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        Files.createDirectories(lockFile.getParent());
        FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new BookInUse(file.toString());
        }
        return channel;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The claim of %s could not be given back".formatted(file), e);
        } finally {
            MINE.remove(file);
        }
    }
}
