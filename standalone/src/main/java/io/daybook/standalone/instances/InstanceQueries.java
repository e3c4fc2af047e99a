package io.daybook.standalone.instances;

import java.lang.reflect.Type;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.SimpleQueryBus;

/** The queries that one instance answers. */
final class InstanceQueries extends SimpleQueryBus {

    private final Set<String> answered = ConcurrentHashMap.newKeySet();

    InstanceQueries(Builder builder) {
        super(builder);
    }

    @Override
    public <R> Registration subscribe(
            String queryName, Type responseType, MessageHandler<? super QueryMessage<?, R>> handler) {
        answered.add(queryName);
        return super.subscribe(queryName, responseType, handler);
    }

    boolean answers(String queryName) {
        return answered.contains(queryName);
    }
}
