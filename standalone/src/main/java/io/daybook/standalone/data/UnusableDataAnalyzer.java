package io.daybook.standalone.data;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Has a start that fails over its data end with what is wrong and what to do, and not with a stack trace. */
final class UnusableDataAnalyzer extends AbstractFailureAnalyzer<UnusableData> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnusableData cause) {
        return new FailureAnalysis(cause.problem(), cause.remedy(), cause);
    }
}
