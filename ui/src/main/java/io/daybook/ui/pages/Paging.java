package io.daybook.ui.pages;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where a reader is among pages, counted from 1, and the way to the neighbours.
 *
 * @param previous address of the page before; null on the first
 * @param next     address of the page after; null on the last
 */
public record Paging(
        int page,
        int pages,
        @Nullable String previous,
        @Nullable String next) {

    /**
     * @param page    counted from 0, as queries do
     * @param address address of the list, without the page; what a reader typed stands in it as a variable
     */
    public static Paging of(int page, int pages, UriComponentsBuilder address) {
        return new Paging(
                page + 1,
                Math.max(1, pages),
                page > 0 ? address(address, Math.min(page, Math.max(1, pages))) : null,
                page + 1 < pages ? address(address, page + 2) : null);
    }

    private static String address(UriComponentsBuilder address, int page) {
        UriComponentsBuilder copy = address.cloneBuilder();
        return (page == 1 ? copy : copy.queryParam("page", page))
                .encode()
                .build()
                .toUriString();
    }

    /** The number of a page as it stands in an address, from 1, as queries count it, from 0; what makes no sense is the first. */
    public static int index(@Nullable String page) {
        if (page == null || !page.matches("\\d{1,5}")) {
            return 0;
        }
        return Math.max(0, Integer.parseInt(page) - 1);
    }
}
