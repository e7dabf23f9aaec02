import assert from "node:assert/strict";
import type { LaunchTemplateArgs } from "../../../components";
import { launchTemplateCheck } from "../../../components/launch-template/args";
import { problemsOf } from "../../../components/validation/validate";

/** The least that a launch template takes. */
export const minimal: LaunchTemplateArgs = {
    instanceType: "inf1.xlarge",
    clusterName: "ml",
    instanceProfileArn: "arn:aws:iam::123456789012:instance-profile/ml",
    securityGroupIds: ["sg-1"],
};

function problems(args: object): string[] {
    return problemsOf("LaunchTemplate", { ...minimal, ...args }, launchTemplateCheck).map(
        ({ propertyPath, reason }) => `${propertyPath} ${reason}`,
    );
}

export function takes(cases: readonly (readonly [what: string, change: object])[]): void {
    for (const [what, change] of cases) {
        it(`takes ${what}`, () => assert.deepStrictEqual(problems(change), []));
    }
}

export function refuses(
    cases: readonly (readonly [what: string, change: object, problems: readonly string[]])[],
): void {
    for (const [what, change, expected] of cases) {
        it(`refuses ${what}`, () => assert.deepStrictEqual(problems(change), expected));
    }
}
