package io.daybook.bench.http;

/** The payment sandbox's test cards. */
public enum Card {
    APPROVE("4242424242424242"),
    DECLINE("4000000000000002"),
    SLOW("4000000000000259"),
    LOST_ANSWER("4000000000000341"),
    CAPTURE_REFUSED("4000000000009987");

    private final String number;

    Card(String number) {
        this.number = number;
    }

    public String number() {
        return number;
    }
}
