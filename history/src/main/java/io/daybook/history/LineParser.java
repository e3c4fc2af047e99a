package io.daybook.history;

/** Reads the lines of a history file. */
final class LineParser {

    private LineParser() {}

    static Header header(byte[] line) throws BrokenLine {
        Members members = Members.of(line);
        if (!members.has(Names.FORMAT) || !members.text(Names.FORMAT).equals(Header.FORMAT)) {
            throw new BrokenLine("it does not say that this is a " + Header.FORMAT);
        }
        long version = members.number(Names.VERSION);
        if (version != Header.VERSION) {
            throw new BrokenLine("the file is of version %d, and only version %d can be read here"
                    .formatted(version, Header.VERSION));
        }
        Header header = new Header(members.text(Names.SOURCE), members.time(Names.EXPORTED_AT));
        members.end();
        return header;
    }

    /** Any line but the first: a {@link StoredEvent}, a {@link StoredMessage} that is a snapshot, or the {@link Footer}. */
    static Object body(byte[] line) throws BrokenLine {
        Members members = Members.of(line);
        Object content = members.has(Names.KIND) ? message(members) : footer(members);
        members.end();
        return content;
    }

    /** The last line of a history file. */
    record Footer(Counts counts, String sha256) {}

    private static Footer footer(Members members) throws BrokenLine {
        Counts counts = new Counts(members.number(Names.EVENTS), members.number(Names.SNAPSHOTS));
        return new Footer(counts, members.text(Names.SHA_256));
    }

    private static Object message(Members members) throws BrokenLine {
        String kind = members.text(Names.KIND);
        switch (kind) {
            case Names.EVENT:
                long position = members.number(Names.POSITION);
                return new StoredEvent(position, stored(members));
            case Names.SNAPSHOT:
                StoredMessage snapshot = stored(members);
                if (snapshot.aggregate() == null) {
                    throw new BrokenLine("it is a snapshot of no aggregate");
                }
                return snapshot;
            default:
                throw new BrokenLine("it is of the unknown kind '%s'".formatted(kind));
        }
    }

    private static StoredMessage stored(Members members) throws BrokenLine {
        return new StoredMessage(
                members.has(Names.AGGREGATE)
                        ? new StoredMessage.Aggregate(
                                members.text(Names.TYPE), members.text(Names.AGGREGATE), members.number(Names.SEQUENCE))
                        : null,
                members.text(Names.ID),
                members.time(Names.TIMESTAMP),
                members.text(Names.PAYLOAD_TYPE),
                members.optionalText(Names.REVISION),
                members.bytes(Names.PAYLOAD),
                members.bytes(Names.METADATA));
    }
}
