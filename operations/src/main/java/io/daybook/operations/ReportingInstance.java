package io.daybook.operations;

import io.daybook.api.operations.InstanceControl;
import io.daybook.api.operations.InstanceName;
import java.time.Instant;
import org.axonframework.config.Configuration;

/** An instance of this process, of which there are reports. */
public interface ReportingInstance {

    InstanceName instance();

    String service();

    Instant startedAt();

    /** What of operators' decisions it follows now. */
    InstanceControl control();

    Configuration axon();

    /** What operators had it do with segments of its event processors. */
    SegmentWork segmentWork();
}
