import { allUnserved, boolean, list, number, object, type Properties, text } from "../property";

/** What a listener or a rule does with a request. */
export const action: Properties = {
    fixedResponse: object(
        { contentType: text({ required: true }), messageBody: text(), statusCode: text({ computed: true }) },
        { api: "FixedResponseConfig" },
    ),
    forward: object(
        {
            stickiness: object(
                { duration: number({ required: true, api: "DurationSeconds" }), enabled: boolean({ default: false }) },
                { api: "TargetGroupStickinessConfig" },
            ),
            targetGroups: list(
                object({ arn: text({ required: true, api: "TargetGroupArn" }), weight: number({ default: 1 }) }),
                { required: true, unordered: true },
            ),
        },
        { api: "ForwardConfig" },
    ),
    order: number({ computed: true }),
    redirect: object(
        {
            host: text({ default: "#{host}" }),
            path: text({ default: "/#{path}" }),
            port: text({ default: "#{port}" }),
            protocol: text({ default: "#{protocol}", oneOf: ["#{protocol}", "HTTP", "HTTPS"] }),
            query: text({ default: "#{query}" }),
            statusCode: text({ required: true, oneOf: ["HTTP_301", "HTTP_302"] }),
        },
        { api: "RedirectConfig" },
    ),
    targetGroupArn: text(),
    type: text({
        required: true,
        oneOf: ["forward", "authenticate-oidc", "authenticate-cognito", "redirect", "fixed-response", "jwt-validation"],
    }),
    ...allUnserved("authenticateCognito", "authenticateOidc", "jwtValidation"),
};
