package io.daybook.standalone;

import java.nio.file.Path;

/** The whole platform as a program of its own, which says where it is and runs until it is killed. */
final class PlatformProcess {

    static final String URL = "url ";

    private PlatformProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (Platform platform = Platform.start(Path.of(arguments[0]), "--spring.main.banner-mode=off")) {
            System.out.println(URL + platform.url());
            Thread.currentThread().join();
        }
    }
}
