package io.daybook.bench.crash;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "crash")
public final class CrashCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 0;
    }
}
