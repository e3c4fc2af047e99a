package io.daybook.standalone.data;

import org.jspecify.annotations.Nullable;

/** Something that the platform keeps its data in cannot be used. */
public class UnusableData extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String remedy;

    /**
     * @param problem in a sentence
     * @param remedy  what to do about it, likewise
     */
    public UnusableData(String problem, String remedy, @Nullable Throwable cause) {
        super("%s %s".formatted(problem, remedy), cause);
        this.problem = problem;
        this.remedy = remedy;
    }

    String problem() {
        return problem;
    }

    String remedy() {
        return remedy;
    }
}
