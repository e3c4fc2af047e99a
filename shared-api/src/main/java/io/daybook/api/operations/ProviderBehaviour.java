package io.daybook.api.operations;

/** How a payment provider misbehaves. */
public enum ProviderBehaviour {
    /** It declines every new payment; those that it has authorized go on. */
    DECLINING,
    /** It answers late. */
    SLOW,
    /** It takes calls and answers none. */
    HANGING,
    /** It takes no calls. */
    DOWN
}
