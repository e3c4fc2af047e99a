package io.daybook.history.axonserver;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.daybook.history.Bytes;
import io.daybook.history.HistoryFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Metadata are one JSON object in the book and in a history file, and typed values in an Axon Server; translated as Axon
 * does it. An Axon Server keeps no order of them: they come back sorted by name.
 */
final class MetaDataTranslation {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Bytes NONE = Bytes.of("{}");

    private MetaDataTranslation() {}

    /** @throws HistoryFailure if they are not a JSON object of values that an Axon Server can keep as they are */
    static Map<String, MetaDataValue> toServer(Bytes metadata) {
        if (metadata.equals(NONE)) {
            return Map.of();
        }
        try {
            Map<String, MetaDataValue> values = new LinkedHashMap<>();
            JSON.readTree(metadata.array())
                    .asObject()
                    .properties()
                    .forEach(member -> values.put(member.getKey(), toServer(member.getKey(), member.getValue())));
            return values;
        } catch (JacksonException notAnObject) {
            throw new HistoryFailure("The metadata are not a JSON object: " + metadata, notAnObject);
        }
    }

    private static MetaDataValue toServer(String name, JsonNode value) {
        MetaDataValue.Builder translated = MetaDataValue.newBuilder();
        if (value.isNull()) {
            return translated.build();
        } else if (value.isString()) {
            return translated.setTextValue(value.stringValue()).build();
        } else if (value.isBoolean()) {
            return translated.setBooleanValue(value.booleanValue()).build();
        } else if (value.isIntegralNumber() && value.canConvertToLong()) {
            return translated.setNumberValue(value.longValue()).build();
        } else if (value.isFloatingPointNumber()) {
            return translated.setDoubleValue(value.doubleValue()).build();
        } else if (value.isContainer()) {
            return translated
                    .setBytesValue(SerializedObject.newBuilder()
                            .setType((value.isObject() ? LinkedHashMap.class : ArrayList.class).getName())
                            .setData(ByteString.copyFrom(JSON.writeValueAsBytes(value))))
                    .build();
        }
        throw new HistoryFailure("The metadata value %s = %s has no like in an Axon Server".formatted(name, value));
    }

    /** @throws HistoryFailure if one of them is not JSON */
    static Bytes toFile(Map<String, MetaDataValue> metadata) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(metadata).forEach((name, value) -> object.set(name, toFile(name, value)));
        return Bytes.of(JSON.writeValueAsBytes(object));
    }

    private static JsonNode toFile(String name, MetaDataValue value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (value.getDataCase()) {
            case TEXT_VALUE -> nodes.stringNode(value.getTextValue());
            case NUMBER_VALUE -> nodes.numberNode(value.getNumberValue());
            case DOUBLE_VALUE -> nodes.numberNode(value.getDoubleValue());
            case BOOLEAN_VALUE -> nodes.booleanNode(value.getBooleanValue());
            case BYTES_VALUE -> json(name, value.getBytesValue());
            case DATA_NOT_SET -> nodes.nullNode();
        };
    }

    private static JsonNode json(String name, SerializedObject value) {
        try {
            return JSON.readTree(value.getData().toByteArray());
        } catch (JacksonException other) {
            throw new HistoryFailure(
                    "The metadata value %s is not JSON but %s in another form".formatted(name, value.getType()), other);
        }
    }
}
