/** Who may sign in: accounts, their passwords and roles, kept in the accounts database and never in the log. */
@NullMarked
package io.daybook.ui.accounts;

import org.jspecify.annotations.NullMarked;
