package io.daybook.ui.registration;

import io.daybook.api.InvalidValue;
import io.daybook.ui.accounts.Account;
import io.daybook.ui.accounts.Accounts;
import io.daybook.ui.accounts.EmailTaken;
import io.daybook.ui.security.TypedAddress;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages for signing in and for opening an account. Signing in itself is done before requests come here. */
@Controller
class RegistrationController {

    private static final Logger log = LoggerFactory.getLogger(RegistrationController.class);

    private static final Pattern MINUTES = Pattern.compile("[1-9][0-9]{0,3}");

    private final Accounts accounts;
    private final HttpSessionRequestCache interrupted = new HttpSessionRequestCache();

    RegistrationController(Accounts accounts) {
        this.accounts = accounts;
    }

    /** @param wait minutes to wait after too many attempts */
    @GetMapping("/sign-in")
    String signIn(
            @AuthenticationPrincipal @Nullable Account account,
            @RequestParam(required = false) @Nullable String wait,
            HttpServletRequest request,
            Model model) {
        if (account != null) {
            return "redirect:/orders";
        }
        model.addAttribute("email", TypedAddress.take(request));
        model.addAttribute("wait", wait == null ? null : time(wait));
        return "registration/sign-in";
    }

    /** Anything may stand in an address. */
    private static String time(String minutes) {
        if (!MINUTES.matcher(minutes).matches()) {
            return "a few minutes";
        }
        return minutes.equals("1") ? "1 minute" : minutes + " minutes";
    }

    @GetMapping("/register")
    String form(@AuthenticationPrincipal @Nullable Account account, Model model) {
        model.addAttribute("form", new RegistrationForm("", "", ""));
        return account == null ? "registration/register" : "redirect:/orders";
    }

    @PostMapping("/register")
    String register(
            @Valid @ModelAttribute("form") RegistrationForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!errors.hasErrors() && opened(form, errors)) {
            return signedIn(form, request, response);
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return "registration/register";
    }

    private boolean opened(RegistrationForm form, BindingResult errors) {
        try {
            accounts.register(form.email(), form.password(), form.name());
            return true;
        } catch (EmailTaken taken) {
            errors.rejectValue(
                    "email", "taken", "E-mail: there is an account with this address already. Sign in instead?");
        } catch (InvalidValue invalid) {
            String field = invalid.field();
            String label = field.equals("email")
                    ? "E-mail"
                    : field.substring(0, 1).toUpperCase(Locale.UK) + field.substring(1);
            errors.rejectValue(field, "invalid", label + ": " + invalid.reason());
        }
        return false;
    }

    /** Signs the new customer in, and on to where they were going. */
    private String signedIn(RegistrationForm form, HttpServletRequest request, HttpServletResponse response) {
        try {
            request.login(form.email(), form.password());
        } catch (ServletException refused) {
            log.warn("A new account could not be signed in at once", refused);
            return "redirect:/sign-in?registered";
        }
        request.changeSessionId();
        SavedRequest target = interrupted.getRequest(request, response);
        interrupted.removeRequest(request, response);
        return target == null ? "redirect:/" : "redirect:" + target.getRedirectUrl();
    }
}
