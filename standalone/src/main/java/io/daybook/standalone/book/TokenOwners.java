package io.daybook.standalone.book;

import org.axonframework.eventhandling.tokenstore.TokenStore;

/** Hands out the token store by owner: what one of them has claimed the others cannot have until it is given up. */
public interface TokenOwners {

    /** @param owner its name; the same one has the same claims */
    TokenStore storeOf(String owner);
}
