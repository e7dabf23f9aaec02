import { jsonMeaning } from "../differences";
import { document, type Properties, text, type Values } from "../property";
import type { ResourceType } from "../resource-type";
import { decodedPolicy, policyFailures } from "./policy-document";

const inputs: Properties = {
    name: text({ replaces: true }),
    namePrefix: text({ replaces: true }),
    policy: document({ required: true, meaning: jsonMeaning }),
    role: text({ required: true, replaces: true }),
};

export const rolePolicy: ResourceType = {
    inputs,
    outputs: [],
    autoName: { maxLength: 128 },
    check: (values) => policyFailures("policy", values["policy"]),
    async create(aws, values) {
        await (await aws.iam()).putRolePolicy(request(values));
        return `${String(values["role"])}:${String(values["name"])}`;
    },
    async read(aws, id) {
        const [RoleName = "", PolicyName = ""] = id.split(":");
        const found = await (await aws.iam()).getRolePolicy({ RoleName, PolicyName });
        return { name: found.PolicyName, policy: decodedPolicy(found.PolicyDocument), role: found.RoleName };
    },
    async update(aws, _id, news) {
        await (await aws.iam()).putRolePolicy(request(news));
    },
    async delete(aws, id) {
        const [RoleName = "", PolicyName = ""] = id.split(":");
        await (await aws.iam()).deleteRolePolicy({ RoleName, PolicyName });
    },
};

function request(values: Values): { RoleName: string; PolicyName: string; PolicyDocument: string } {
    return {
        RoleName: String(values["role"]),
        PolicyName: String(values["name"]),
        PolicyDocument: String(values["policy"]),
    };
}
