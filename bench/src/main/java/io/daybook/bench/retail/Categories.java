package io.daybook.bench.retail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Sorts products into the departments of a gift shop, by the words of their names. */
final class Categories {

    private static final String OTHER = "Gifts";
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Z]+");

    /** The first department that has a word of the name counts. */
    private static final Map<String, List<String>> DEPARTMENTS = departments();

    private Categories() {}

    static String of(String name) {
        List<String> words = List.of(BETWEEN_WORDS.split(name.toUpperCase(Locale.ROOT)));
        for (Map.Entry<String, List<String>> department : DEPARTMENTS.entrySet()) {
            for (String word : department.getValue()) {
                if (words.contains(word) || words.contains(word + "S")) {
                    return department.getKey();
                }
            }
        }
        return OTHER;
    }

    private static Map<String, List<String>> departments() {
        Map<String, List<String>> departments = new LinkedHashMap<>();
        departments.put("Christmas", List.of("CHRISTMAS", "XMAS", "ADVENT", "REINDEER", "SANTA", "SNOWFLAKE"));
        departments.put("Easter", List.of("EASTER"));
        departments.put(
                "Jewellery",
                List.of("NECKLACE", "BRACELET", "EARRING", "EARRINGS", "RING", "BROOCH", "BANGLE", "CHARM", "HAIR"));
        departments.put("Bags", List.of("BAG", "SHOPPER", "PURSE", "SUITCASE", "HANDBAG", "WASHBAG"));
        departments.put("Candles and lights", List.of("LIGHT", "CANDLE", "LANTERN", "LAMP", "INCENSE", "CHANDELIER"));
        departments.put(
                "Kitchen",
                List.of(
                        "MUG", "CUP", "TEA", "CAKE", "BOWL", "PLATE", "JAR", "BAKING", "KITCHEN", "LUNCH", "BOTTLE",
                        "CUTLERY", "APRON", "JUG", "TEAPOT", "SPOON", "COASTER", "TRAY", "GLASS", "BREAD", "OVEN"));
        departments.put(
                "Stationery and wrap",
                List.of(
                        "CARD",
                        "WRAP",
                        "PAPER",
                        "NOTEBOOK",
                        "PEN",
                        "PENCIL",
                        "STICKER",
                        "TAPE",
                        "RIBBON",
                        "TISSUE",
                        "CALENDAR",
                        "JOURNAL",
                        "POSTCARD",
                        "ERASER"));
        departments.put("Garden", List.of("GARDEN", "PLANT", "BIRDHOUSE", "WATERING", "GNOME", "PARASOL", "POT"));
        departments.put(
                "Toys and games",
                List.of("TOY", "GAME", "DOLL", "PUZZLE", "BALLOON", "PLAYHOUSE", "SKITTLES", "CHILDRENS", "MAGNET"));
        departments.put("Party", List.of("PARTY", "BIRTHDAY", "BUNTING", "GARLAND", "NAPKIN", "CANISTER", "PICNIC"));
        departments.put("Storage", List.of("BOX", "STORAGE", "TIN", "DRAWER", "CABINET", "BASKET", "TRINKET", "CASES"));
        departments.put(
                "Home",
                List.of(
                        "CUSHION",
                        "CLOCK",
                        "MIRROR",
                        "FRAME",
                        "SIGN",
                        "DOORMAT",
                        "HOOK",
                        "QUILT",
                        "THROW",
                        "CURTAIN",
                        "RUG",
                        "DOOR",
                        "WALL",
                        "KNOB",
                        "STOOL",
                        "HOLDER",
                        "DECORATION",
                        "HOT",
                        "CHAIR",
                        "ART"));
        return departments;
    }
}
