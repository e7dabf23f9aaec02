import type { IAM } from "@aws-sdk/client-iam";
import type { Values } from "../property";
import { decodedPolicy } from "./policy-document";

interface InlinePolicy {
    readonly name: string;
    readonly policy: string;
}

/** Brings the policies that stand in the role's own inputs up to date; others, of resources of their own, are left alone. */
export async function setPolicies(iam: IAM, RoleName: string, olds: Values, news: Values): Promise<void> {
    const attached = (values: Values): string[] => (values["managedPolicyArns"] ?? []) as string[];
    const inline = (values: Values): InlinePolicy[] => (values["inlinePolicies"] ?? []) as InlinePolicy[];
    if (news["managedPolicyArns"] !== undefined) {
        for (const PolicyArn of attached(olds).filter((arn) => !attached(news).includes(arn))) {
            await iam.detachRolePolicy({ RoleName, PolicyArn });
        }
        for (const PolicyArn of attached(news).filter((arn) => !attached(olds).includes(arn))) {
            await iam.attachRolePolicy({ RoleName, PolicyArn });
        }
    }
    if (news["inlinePolicies"] !== undefined) {
        for (const { name } of inline(olds).filter((one) => !inline(news).some((other) => other.name === one.name))) {
            await iam.deleteRolePolicy({ RoleName, PolicyName: name });
        }
        for (const { name, policy } of inline(news)) {
            await iam.putRolePolicy({ RoleName, PolicyName: name, PolicyDocument: policy });
        }
    }
}

/** What a role has, whoever put it there. */
export async function policiesOf(iam: IAM, RoleName: string): Promise<Values> {
    const { AttachedPolicies: attached = [] } = await iam.listAttachedRolePolicies({ RoleName });
    const { PolicyNames: names = [] } = await iam.listRolePolicies({ RoleName });
    const found = await Promise.all(names.map((PolicyName) => iam.getRolePolicy({ RoleName, PolicyName })));
    return {
        inlinePolicies: found.map((one) => ({ name: one.PolicyName, policy: decodedPolicy(one.PolicyDocument) })),
        managedPolicyArns: attached.map((one) => one.PolicyArn),
    };
}

/** Takes every policy off a role, whoever put it there. */
export async function detachAll(iam: IAM, RoleName: string): Promise<void> {
    const { AttachedPolicies: attached = [] } = await iam.listAttachedRolePolicies({ RoleName });
    for (const { PolicyArn } of attached) {
        await iam.detachRolePolicy({ RoleName, PolicyArn });
    }
    const { PolicyNames: inline = [] } = await iam.listRolePolicies({ RoleName });
    for (const PolicyName of inline) {
        await iam.deleteRolePolicy({ RoleName, PolicyName });
    }
}
