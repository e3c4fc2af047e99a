package io.daybook.standalone.journeys;

import io.daybook.standalone.Platform;
import io.daybook.standalone.RunningPlatform;
import io.daybook.standalone.cluster.DistributedPlatform;
import java.nio.file.Path;

/** How the platform runs. To whoever visits it, there is no difference. */
enum Shape {
    STANDALONE {
        @Override
        RunningPlatform start(Path data, String... settings) {
            return Platform.start(data, settings);
        }
    },
    DISTRIBUTED {
        @Override
        RunningPlatform start(Path data, String... settings) {
            return DistributedPlatform.start(data, settings);
        }
    };

    abstract RunningPlatform start(Path data, String... settings);
}
