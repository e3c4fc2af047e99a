package io.daybook.standalone.book;

import java.io.PrintStream;
import java.util.UUID;

/** Appends to a book from several threads, and prints each acknowledged event, until it is killed. */
final class AppendingProcess {

    private AppendingProcess() {}

    public static void main(String[] arguments) {
        OpenBook open = new OpenBook(arguments[0]);
        PrintStream out = System.out;
        for (int i = 0; i < 8; i++) {
            Thread client = new Thread(() -> append(open, out));
            client.start();
        }
    }

    private static void append(OpenBook open, PrintStream out) {
        while (true) {
            String aggregate = UUID.randomUUID().toString();
            for (int first = 0; first < 30; first += 3) {
                open.engine.appendEvents(OpenBook.events(aggregate, first, 3));
                out.println("acknowledged " + aggregate + " " + (first + 2));
            }
        }
    }
}
