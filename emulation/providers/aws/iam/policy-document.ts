import type { Failure } from "../failure";
import { isUnknown } from "../unknown";
import { isObject, nameOfType } from "../values";

/** What is wrong with a policy: it must be a JSON object with statements. */
export function policyFailures(property: string, policy: unknown): Failure[] {
    if (typeof policy !== "string" || isUnknown(policy)) {
        return [];
    }
    let parsed: unknown;
    try {
        parsed = JSON.parse(policy);
    } catch {
        return [{ property, reason: "is not JSON: give the policy through JSON.stringify" }];
    }
    if (!isObject(parsed)) {
        return [{ property, reason: `must be a JSON object, not ${nameOfType(parsed)}` }];
    }
    return parsed["Statement"] === undefined
        ? [{ property, reason: "has no Statement; a policy requires at least one" }]
        : [];
}

/** IAM answers policies percent-encoded. */
export function decodedPolicy(policy: string | undefined): string | undefined {
    return policy === undefined ? undefined : decodeURIComponent(policy);
}
