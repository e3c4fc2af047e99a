package io.daybook.ui.checkout;

import io.daybook.ui.placement.TestCard;
import java.util.Arrays;
import java.util.List;

/**
 * A card that can be chosen, and what the payment sandbox does with it.
 *
 * @param common whether it is shown at once; the others are for trying out what can go wrong
 */
public record CardChoice(String number, String label, String effect, boolean common) {

    static List<CardChoice> all() {
        return Arrays.stream(TestCard.values()).map(CardChoice::of).toList();
    }

    /** In groups of four digits, as it is printed on a card. */
    public String printed() {
        return number.replaceAll("(\\d{4})(?=\\d)", "$1 ");
    }

    private static CardChoice of(TestCard card) {
        return switch (card) {
            case APPROVE -> new CardChoice(card.number(), "Approved", "Pays at once.", true);
            case DECLINE ->
                new CardChoice(
                        card.number(), "Declined", "The bank says no: insufficient funds. Nothing is charged.", true);
            case SLOW -> new CardChoice(card.number(), "Slow", "Pays after about three seconds.", true);
            case HANG ->
                new CardChoice(
                        card.number(),
                        "No answer",
                        "The provider never answers and books nothing; the order gives up after a while.",
                        false);
            case LOST_ANSWER ->
                new CardChoice(
                        card.number(),
                        "Lost answer",
                        "The money is held, but the answer is lost on its way; the order finds out by asking.",
                        false);
            case ERROR ->
                new CardChoice(card.number(), "Provider error", "The provider fails on every attempt.", false);
            case CAPTURE_REFUSED ->
                new CardChoice(
                        card.number(),
                        "Capture refused",
                        "The money is held, but cannot be taken: the goods are released again.",
                        false);
            case VOID_ERROR ->
                new CardChoice(
                        card.number(),
                        "Void fails",
                        "The money can be neither taken nor let go: the order gets stuck, and staff have to look at it.",
                        false);
        };
    }
}
