package io.daybook.ui.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;

/** What the description of the API says besides its operations. */
final class OpenApiDescription {

    private static final String BEARER = "bearer";

    private OpenApiDescription() {}

    static OpenAPI create() {
        return new OpenAPI()
                .info(new Info()
                        .title("Daybook")
                        .version("1")
                        .description("Get a token with `POST /api/v1/tokens`, then order with `POST /api/v1/orders`."
                                + " Every error is a problem (RFC 9457, `application/problem+json`); bad values are"
                                + " named in `errors`. Fields that are not known are refused. Amounts of money are"
                                + " `{\"amount\": \"2.55\", \"currency\": \"GBP\"}`; a request may also say `\"2.55\"`"
                                + " or `2.55` for pounds. Answers from views carry the `position` in the log that they"
                                + " reflect."))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }
}
