package io.daybook.ui.imports;

/** From this line on the file cannot be read; what came before is kept. */
final class UnreadableRows extends RuntimeException {

    private final int line;

    UnreadableRows(int line, String reason) {
        super(reason);
        this.line = line;
    }

    RowProblem problem() {
        return new RowProblem(line, "", String.valueOf(getMessage()) + " Nothing from here on was read.");
    }
}
