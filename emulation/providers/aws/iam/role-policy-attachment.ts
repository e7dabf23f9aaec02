import { type Properties, text, type Values } from "../property";
import type { ResourceType } from "../resource-type";

const inputs: Properties = {
    policyArn: text({ required: true, replaces: true }),
    role: text({ required: true, replaces: true }),
};

export const rolePolicyAttachment: ResourceType = {
    inputs,
    outputs: [],
    async create(aws, values) {
        await (await aws.iam()).attachRolePolicy(request(values));
        return `${String(values["role"])}/${String(values["policyArn"])}`;
    },
    async read(aws, id, state) {
        // The id is what an import gives.
        const { role: RoleName = id.split("/")[0] ?? "", policyArn = id.slice(id.indexOf("/") + 1) } = state as {
            role?: string;
            policyArn?: string;
        };
        const { AttachedPolicies: attached = [] } = await (await aws.iam()).listAttachedRolePolicies({ RoleName });
        return attached.some((one) => one.PolicyArn === policyArn) ? { policyArn, role: RoleName } : undefined;
    },
    async delete(aws, _id, state) {
        await (await aws.iam()).detachRolePolicy(request(state));
    },
};

function request(values: Values): { RoleName: string; PolicyArn: string } {
    return { RoleName: String(values["role"]), PolicyArn: String(values["policyArn"]) };
}
