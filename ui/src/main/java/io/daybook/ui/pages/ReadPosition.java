package io.daybook.ui.pages;

import io.daybook.ui.live.LogPosition;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.axonframework.common.AxonException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the views must have come for this visitor to see what they did: the log's end right after their last command,
 * kept in the session. The next pages ask for at least that, and say so when a view is still behind.
 */
public final class ReadPosition {

    private static final String ATTRIBUTE = "daybook.position";

    private static final Logger LOG = LoggerFactory.getLogger(ReadPosition.class);

    private final LogPosition log;

    ReadPosition(LogPosition log) {
        this.log = log;
    }

    /**
     * Remembers that the visitor has just done something. While the log cannot be asked nothing is remembered: then the view
     * may show what was before.
     */
    public void advance(HttpServletRequest request) {
        try {
            request.getSession().setAttribute(ATTRIBUTE, log.head());
        } catch (AxonException away) {
            LOG.warn("Where the log ends is not known: {}", away.toString());
        }
    }

    /** Remembers that what the visitor did has been seen to have ended at this position. */
    public void advance(HttpServletRequest request, long position) {
        request.getSession().setAttribute(ATTRIBUTE, Math.max(position, of(request)));
    }

    /** The position in the log that this visitor's pages must have reached; 0 when they have done nothing. */
    public long of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof Long position ? position : 0;
    }
}
