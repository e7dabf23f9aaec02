import { type Aws, partitionOf } from "../aws";
import { unlessGone } from "../aws-error";
import { boolean, text } from "../property";
import type { ProviderFunction } from "../resource-type";

export const getParameter: ProviderFunction = {
    inputs: { name: text({ required: true }), region: text(), withDecryption: boolean() },
    async call(aws, inputs) {
        const WithDecryption = inputs["withDecryption"] !== false;
        const ssm = await aws.ssm();
        const answer = await unlessGone(ssm.getParameter({ Name: String(inputs["name"]), WithDecryption }));
        if (answer === undefined) {
            throw new Error(`reading SSM Parameter (${String(inputs["name"])}): couldn't find resource`);
        }
        const { Parameter: found } = answer;
        const value = await documentOf(aws, String(inputs["name"]), found?.Value ?? "");
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

/**
 * AWS answers the parameter of an AMI as a JSON document, the emulator as an object in Python's notation. Its members
 * are parameters of their own as well, and these the emulator answers right.
 */
async function documentOf(aws: Aws, name: string, value: string): Promise<string> {
    if (!value.startsWith("{'")) {
        return value;
    }
    const { Parameters: members = [] } = await (await aws.ssm()).getParametersByPath({ Path: name });
    const entries = members.map((member) => [(member.Name ?? "").slice(name.length + 1), member.Value ?? ""] as const);
    return JSON.stringify(
        Object.fromEntries(entries.map(([key, text]) => [key, key === "schema_version" ? Number(text) : text])),
    );
}
