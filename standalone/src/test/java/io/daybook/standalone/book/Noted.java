package io.daybook.standalone.book;

/** An event for tests. */
record Noted(String text, int number) {}
