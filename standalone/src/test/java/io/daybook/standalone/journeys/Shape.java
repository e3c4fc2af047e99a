package io.daybook.standalone.journeys;

import io.daybook.standalone.Platform;
import io.daybook.standalone.RunningPlatform;
import io.daybook.standalone.cluster.DistributedPlatform;
import java.nio.file.Path;

/** How the platform runs. To whoever visits it, there is no difference. */
enum Shape {
    STANDALONE {
        @Override
        RunningPlatform start(Path data) {
            return Platform.start(data);
        }
    },
    DISTRIBUTED {
        @Override
        RunningPlatform start(Path data) {
            return DistributedPlatform.start(data);
        }
    };

    abstract RunningPlatform start(Path data);
}
