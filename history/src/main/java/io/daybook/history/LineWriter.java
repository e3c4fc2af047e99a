package io.daybook.history;

import java.io.ByteArrayOutputStream;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Makes the lines of a history file, without their line ends. Used by one thread. */
final class LineWriter {

    private final JsonFactory json = new JsonFactory();
    private final Embedding embedding = new Embedding();

    /** Puts members into an object. */
    private interface Members {
        void write(JsonGenerator line);
    }

    byte[] header(Header header) {
        return line(line -> {
            line.writeStringProperty(Names.FORMAT, Header.FORMAT);
            line.writeNumberProperty(Names.VERSION, Header.VERSION);
            line.writeStringProperty(Names.SOURCE, header.source());
            line.writeStringProperty(Names.EXPORTED_AT, Names.text(header.exportedAt()));
        });
    }

    byte[] event(StoredEvent event) {
        return line(line -> {
            line.writeStringProperty(Names.KIND, Names.EVENT);
            line.writeNumberProperty(Names.POSITION, event.position());
            message(line, event.message());
        });
    }

    byte[] snapshot(StoredMessage snapshot) {
        return line(line -> {
            line.writeStringProperty(Names.KIND, Names.SNAPSHOT);
            message(line, snapshot);
        });
    }

    byte[] footer(Counts counts, String sha256) {
        return line(line -> {
            line.writeNumberProperty(Names.EVENTS, counts.events());
            line.writeNumberProperty(Names.SNAPSHOTS, counts.snapshots());
            line.writeStringProperty(Names.SHA_256, sha256);
        });
    }

    private byte[] line(Members members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator line = json.createGenerator(ObjectWriteContext.empty(), bytes)) {
            line.writeStartObject();
            members.write(line);
            line.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private void message(JsonGenerator line, StoredMessage message) {
        if (!message.timestamp().equals(message.timestamp().truncatedTo(ChronoUnit.MILLIS))) {
            throw new HistoryFailure("The time of %s would lose what it has beyond milliseconds: %s"
                    .formatted(message.id(), message.timestamp()));
        }
        StoredMessage.Aggregate aggregate = message.aggregate();
        if (aggregate != null) {
            line.writeStringProperty(Names.TYPE, aggregate.type());
            line.writeStringProperty(Names.AGGREGATE, aggregate.id());
            line.writeNumberProperty(Names.SEQUENCE, aggregate.sequence());
        }
        line.writeStringProperty(Names.ID, message.id());
        line.writeStringProperty(Names.TIMESTAMP, Names.text(message.timestamp()));
        line.writeStringProperty(Names.PAYLOAD_TYPE, message.payloadType());
        if (message.revision() != null) {
            line.writeStringProperty(Names.REVISION, message.revision());
        }
        bytes(line, Names.PAYLOAD, message.payload());
        bytes(line, Names.METADATA, message.metadata());
    }

    private void bytes(JsonGenerator line, String name, Bytes bytes) {
        Optional<String> text = embedding.textOf(bytes);
        if (text.isPresent()) {
            line.writeName(name);
            line.writeRawValue(text.get());
        } else {
            line.writeStringProperty(name + Names.IN_BASE64, Base64.getEncoder().encodeToString(bytes.array()));
        }
    }
}
