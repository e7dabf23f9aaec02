import type { IAM } from "@aws-sdk/client-iam";
import type { Values } from "../property";
import { decodedPolicy } from "./policy-document";

interface InlinePolicy {
    readonly name: string;
    readonly policy: string;
}

/**
 * Brings the policies that stand in the role's own inputs up to date; others, of resources of their own, are left
 * alone.
 */
export async function setPolicies(iam: IAM, RoleName: string, olds: Values, news: Values): Promise<void> {
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
    const { AttachedPolicies: policies = [] } = await iam.listAttachedRolePolicies({ RoleName });
    const { PolicyNames: names = [] } = await iam.listRolePolicies({ RoleName });
    const found = await Promise.all(names.map((PolicyName) => iam.getRolePolicy({ RoleName, PolicyName })));
    return {
        inlinePolicies: found.map((one) => ({ name: one.PolicyName, policy: decodedPolicy(one.PolicyDocument) })),
        managedPolicyArns: policies.map((one) => one.PolicyArn),
    };
}

/** Takes the policies off a role that stand in its own state, and that no one else has taken off. */
export async function detachOwn(iam: IAM, RoleName: string, state: Values): Promise<void> {
    const present = await policiesOf(iam, RoleName);
    await setPolicies(
        iam,
        RoleName,
        {
            inlinePolicies: inline(state).filter(({ name }) => inline(present).some((other) => other.name === name)),
            managedPolicyArns: attached(state).filter((arn) => attached(present).includes(arn)),
        },
        { inlinePolicies: [], managedPolicyArns: [] },
    );
}

/** Takes every policy off a role, whoever put it there. */
export async function detachAll(iam: IAM, RoleName: string): Promise<void> {
    await setPolicies(iam, RoleName, await policiesOf(iam, RoleName), { inlinePolicies: [], managedPolicyArns: [] });
}

function attached(values: Values): string[] {
    return (values["managedPolicyArns"] ?? []) as string[];
}

function inline(values: Values): InlinePolicy[] {
    return (values["inlinePolicies"] ?? []) as InlinePolicy[];
}
