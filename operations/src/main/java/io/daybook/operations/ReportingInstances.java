package io.daybook.operations;

import java.util.List;

/** Instances of this process. */
public interface ReportingInstances {

    /** Those that run now. */
    List<? extends ReportingInstance> reporting();
}
