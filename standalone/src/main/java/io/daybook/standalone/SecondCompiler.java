package io.daybook.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import javax.management.JMException;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HotSpot's second compiler, which makes the fastest code and takes longest to make it. An order passes through some four
 * thousand methods that are called often enough for it, most of them once an order: compiling them all takes a third of
 * two processors for minutes, and saves little. So it is left the JDK's methods and those of the libraries that go
 * through bytes; see {@code docs/adr/0014-what-the-second-compiler-compiles.md}.
 */
final class SecondCompiler {

    private static final Logger log = LoggerFactory.getLogger(SecondCompiler.class);
    private static final String DIRECTIVES = "second-compiler.json";
    private static final String SETTING = "daybook.second-compiler";
    private static final String COMMANDS = "com.sun.management:type=DiagnosticCommand";

    private SecondCompiler() {}

    /**
     * Has it leave out what is not worth its while, unless the system property {@code daybook.second-compiler} is
     * {@code all}. A virtual machine that cannot be told so runs all the same.
     */
    static void spare() {
        if ("all".equals(System.getProperty(SETTING))) {
            return;
        }
        try {
            Path file = Files.createTempFile("daybook", DIRECTIVES);
            try (InputStream directives =
                    Objects.requireNonNull(SecondCompiler.class.getResourceAsStream(DIRECTIVES), DIRECTIVES)) {
                Files.copy(directives, file, StandardCopyOption.REPLACE_EXISTING);
                ManagementFactory.getPlatformMBeanServer()
                        .invoke(
                                new ObjectName(COMMANDS),
                                "compilerDirectivesAdd",
                                new Object[] {new String[] {file.toString()}},
                                new String[] {String[].class.getName()});
            } finally {
                Files.delete(file);
            }
        } catch (IOException | JMException unable) {
            log.info("The second compiler is not told what to leave out: {}", unable.toString());
        }
    }
}
