import { partitionOf } from "../aws";
import { boolean, text } from "../property";
import type { ProviderFunction } from "../resource-type";

export const getParameter: ProviderFunction = {
    inputs: { name: text({ required: true }), region: text(), withDecryption: boolean() },
    async call(aws, inputs) {
        const WithDecryption = inputs["withDecryption"] !== false;
        const { Parameter: found } = await (await aws.ssm()).getParameter({ Name: String(inputs["name"]), WithDecryption });
        const value = textOf(found?.Value);
        return {
            arn: found?.ARN ?? `arn:${partitionOf(aws.region)}:ssm:${aws.region}::parameter${String(inputs["name"])}`,
            id: found?.Name,
            insecureValue: found?.Type === "SecureString" ? "" : value,
            name: found?.Name,
            region: aws.region,
            type: found?.Type,
            value,
            version: found?.Version,
            ...(inputs["withDecryption"] === undefined ? {} : { withDecryption: inputs["withDecryption"] }),
        };
    },
};

/** The emulator answers some values that are JSON documents as objects; AWS answers every value as a text. */
function textOf(value: unknown): string {
    return typeof value === "string" ? value : JSON.stringify(value);
}
