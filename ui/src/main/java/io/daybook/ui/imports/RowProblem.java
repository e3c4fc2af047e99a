package io.daybook.ui.imports;

/**
 * Why a row was not taken.
 *
 * @param line  its line in the file, or its number in a JSON array, counted from 1
 * @param field the column; empty when it is about the whole row
 */
public record RowProblem(int line, String field, String reason) {}
