package io.daybook.history;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Decides which bytes stand in a line of JSON just as they are: a JSON object or array, from brace to brace, in proper UTF-8
 * and without line ends or other control characters. Cut out of the line again they are the same bytes.
 */
final class Embedding {

    private final JsonFactory json = new JsonFactory();

    /** The bytes as the text to be written into the line; empty if they cannot stand there. */
    Optional<String> textOf(Bytes bytes) {
        byte[] array = bytes.array();
        if (!isBraced(array) || !isOneLine(array) || !isJson(array)) {
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(array))
                    .toString());
        } catch (CharacterCodingException otherEncoding) {
            return Optional.empty();
        }
    }

    private static boolean isBraced(byte[] array) {
        if (array.length < 2) {
            return false;
        }
        byte first = array[0];
        byte last = array[array.length - 1];
        return first == '{' && last == '}' || first == '[' && last == ']';
    }

    private static boolean isOneLine(byte[] array) {
        for (byte one : array) {
            if (one >= 0 && one < ' ') {
                return false;
            }
        }
        return true;
    }

    /** Whether it is one value and nothing after it. The whole is read, or a broken string in it would not be noticed. */
    private boolean isJson(byte[] array) {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), array)) {
            parser.nextToken();
            int depth = 1;
            while (parser.nextToken() != null) {
                if (depth == 0) {
                    return false;
                }
                parser.finishToken();
                depth += parser.currentToken().isStructStart() ? 1 : 0;
                depth -= parser.currentToken().isStructEnd() ? 1 : 0;
            }
            return depth == 0;
        } catch (JacksonException broken) {
            return false;
        }
    }
}
