package io.daybook.ui.pictures;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.MongoGridFSException;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.model.Filters;
import io.daybook.ui.accounts.AccountsDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pictures that staff have sent, in GridFS of the accounts database: no replay could bring them back. */
final class PhotoStore {

    private final GridFSBucket files;
    private final Cache<String, Photo> shown;

    PhotoStore(AccountsDatabase database, PictureSettings settings) {
        this.files = database.files("pictures");
        this.shown = Caffeine.newBuilder()
                .maximumWeight(settings.remember().toBytes())
                .weigher((String name, Photo photo) -> photo.bytes().length)
                .build();
    }

    /** Keeps it, if it is not there. Should two come at once it is there twice, which does no harm. */
    void keep(Photo photo) {
        if (!has(photo.name())) {
            files.uploadFromStream(photo.name(), new ByteArrayInputStream(photo.bytes()));
        }
    }

    boolean has(String name) {
        return files.find(Filters.eq("filename", name)).first() != null;
    }

    Optional<Photo> find(String name) {
        return Optional.ofNullable(shown.get(name, this::read));
    }

    private @Nullable Photo read(String name) {
        if (!has(name)) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            files.downloadToStream(name, bytes);
        } catch (MongoGridFSException incomplete) {
            throw new IllegalStateException("picture " + name + " is not whole", incomplete);
        }
        return new Photo(name, bytes.toByteArray());
    }
}
