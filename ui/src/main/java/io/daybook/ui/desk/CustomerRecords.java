package io.daybook.ui.desk;

import java.util.List;

/** A page of customers; {@code page} counts from 0. */
public record CustomerRecords(List<CustomerRecord> customers, long total, int page, int size, long position) {
    public int pages() {
        return (int) ((total + size - 1) / size);
    }
}
