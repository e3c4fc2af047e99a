package io.daybook.ui.pages;

import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The address that staff remember: it leads to the first of the pages that they may see. */
@Controller
class StaffEntrance {

    @GetMapping("/staff")
    String firstPage(@AuthenticationPrincipal @Nullable Account visitor) {
        Account staff = Access.staff(visitor, Role.SUPPORT, Role.WAREHOUSE, Role.OPERATOR);
        return "redirect:" + StaffPage.of(staff).get(0).path();
    }
}
