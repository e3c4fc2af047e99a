package io.daybook.saga.fulfilment;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;

/**
 * The fulfilment of a VIP customer's order: the same, in a processing group of its own, whose thread and position in the log
 * standard orders have no part in. Being a type of its own, it is found by its own group only.
 */
@ProcessingGroup(VipFulfilmentSaga.PROCESSING_GROUP)
@DisallowReplay
public class VipFulfilmentSaga extends FulfilmentSaga {

    public static final String PROCESSING_GROUP = FulfilmentSaga.PROCESSING_GROUP + "-vip";
}
