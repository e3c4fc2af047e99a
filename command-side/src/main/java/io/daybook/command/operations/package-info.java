/** Keeps on record what operators decide; those that it concerns follow the record. */
@NullMarked
package io.daybook.command.operations;

import org.jspecify.annotations.NullMarked;
