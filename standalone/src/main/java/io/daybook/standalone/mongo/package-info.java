/**
 * The embedded servers that speak MongoDB's protocol: one for views, one for accounts.
 *
 * <p>They are <a href="https://github.com/bwaldvogel/mongo-java-server">mongo-java-server</a>, which brings the protocol and
 * the meaning of commands, over a store of our own on H2's MVStore. What differs from MongoDB, and so must not be relied
 * on by code that is to run on both:
 *
 * <ul>
 *   <li>no sessions, transactions, change streams, pipeline updates, capped collections, {@code $text}, partial indexes,
 *       {@code $dateTrunc}, {@code $setWindowFields};
 *   <li>indexes serve equality, {@code $in} and anchored prefix expressions on their first field; everything else reads
 *       the collection, and every sort is done in memory;
 *   <li>indexes with an expiry are accepted, but nothing expires: who reads must look at the time himself;
 *   <li>write concerns are accepted and ignored: the views' server keeps what it had written some time ago, the accounts'
 *       server has each write on disk before it answers.
 * </ul>
 */
@NullMarked
package io.daybook.standalone.mongo;

import org.jspecify.annotations.NullMarked;
