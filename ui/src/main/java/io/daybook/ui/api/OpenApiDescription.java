package io.daybook.ui.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.joda.money.Money;
import org.springdoc.core.utils.SpringDocUtils;

/** What the description of the API says besides its operations. */
final class OpenApiDescription {

    private static final String BEARER = "bearer";
    private static final String PROBLEM = "Problem";

    private OpenApiDescription() {}

    static OpenAPI create() {
        // Money is a class with many getters, of which none is written.
        SpringDocUtils.getConfig().replaceWithSchema(Money.class, money());
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

    private static Schema<?> money() {
        return new ObjectSchema()
                .addProperty("amount", new StringSchema().example("2.55"))
                .addProperty("currency", new StringSchema().example("GBP"))
                .addRequiredItem("amount")
                .addRequiredItem("currency");
    }

    private static Schema<?> problem() {
        Schema<?> badField = new ObjectSchema()
                .addProperty("field", new StringSchema().example("lines[0].quantity"))
                .addProperty("reason", new StringSchema().example("must be between 1 and 1000000, is 0"));
        return new ObjectSchema()
                .addProperty("type", new StringSchema().example("about:blank"))
                .addProperty("title", new StringSchema().example("Bad Request"))
                .addProperty("status", new IntegerSchema().example(400))
                .addProperty("detail", new StringSchema().example("The request has invalid values."))
                .addProperty("errors", new ArraySchema().items(badField));
    }

    /** Every operation may answer with a problem. */
    static void addProblems(OpenAPI description) {
        ApiResponse problem = new ApiResponse()
                .description("A problem: the status says which, `detail` says why")
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
        // Here rather than at the beginning: what no operation refers to by then is thrown out.
        description.getComponents().addSchemas(PROBLEM, problem());
        description.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation -> operation.getResponses().setDefault(problem));
    }
}
