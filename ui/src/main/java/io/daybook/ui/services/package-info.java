/** Every instance of every service, for operators: how it does, what it does, and how to take it out or give it more. */
@NullMarked
package io.daybook.ui.services;

import org.jspecify.annotations.NullMarked;
