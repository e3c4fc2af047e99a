package io.daybook.query.auditor;

/** Work of the auditor that is done a little at a time. */
interface Step {

    String name();

    /** Does a little; says whether there was anything to do. */
    boolean take() throws InterruptedException;
}
