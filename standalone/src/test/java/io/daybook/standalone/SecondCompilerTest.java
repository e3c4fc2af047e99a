package io.daybook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SecondCompilerTest {

    private static String ask(String command) throws Exception {
        return (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        command,
                        new Object[0],
                        new String[0]);
    }

    @AfterEach
    void forget() throws Exception {
        ask("compilerDirectivesClear");
    }

    @Test
    void the_virtual_machine_takes_the_directives() throws Exception {
        ask("compilerDirectivesClear");
        String before = ask("compilerDirectivesPrint");

        SecondCompiler.spare();

        assertThat(before).doesNotContain("Exclude:true");
        assertThat(ask("compilerDirectivesPrint")).contains("tools/jackson", "Exclude:true");
    }
}
