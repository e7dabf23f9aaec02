import {
    validateResourceOfType,
    validateStackResourcesOfType,
    type ResourceValidationPolicy,
    type StackValidationPolicy,
} from "@pulumi/policy";
import type { Resource } from "@pulumi/pulumi";
import { informingPolicies, type Finding } from "../checks";
import { withOptions, type Policy } from "./policy";
import type { Judgement, ResourceJudgement, Run } from "./run";

type SdkPolicy = ResourceValidationPolicy & Partial<StackValidationPolicy>;

/** The class of no resource. Of a policy for a class, the SDK says that it does not apply, without copying anything. */
const NoResource = { __pulumiType: "ecs-inferentia:none", isInstance: () => false } as unknown as new () => Resource;
const doesNotApply = validateResourceOfType(NoResource, () => undefined);
const doesNotApplyToStack = validateStackResourcesOfType(NoResource, () => undefined);

/**
 * The policies as the SDK asks them, one after the other, each with a copy of the resource, or of all resources of the
 * stack. Most have nothing to report, and their copies would take longer than the judging. So the first policy has
 * checked what is shown, and the others are functions only where they have something to report.
 *
 * All of them are asked where the first is disabled, and each where the run does not have its options.
 */
export function sdkPolicies(first: Policy, others: readonly Policy[], run: Run): SdkPolicy[] {
    let resource: { readonly judgement: ResourceJudgement | undefined } | undefined;
    let stack: Judgement | undefined;

    /** The SDK comes to the last policy within this turn of the event loop. */
    function forgetAfterwards(): void {
        setImmediate(() => {
            resource = undefined;
            stack = undefined;
        });
    }

    const judging: Policy = {
        ...first,
        validateResource: (args, report) => {
            resource = { judgement: run.judge(first.name, args) };
            forgetAfterwards();
            return first.validateResource(args, report);
        },
        validateStack: (args) => {
            stack = run.judgeStack(first.name, args);
            forgetAfterwards();
        },
    };

    function whereItReports(policy: Policy): SdkPolicy {
        let options: (() => object) | undefined;
        const { appliesTo = () => true, ...described } = withOptions(policy, (given) => {
            options = given;
            run.configure(policy.name, given());
        });
        const { name, validateResource, validateStack } = described;
        const informs = informingPolicies.includes(name);
        const mayReport = (findings: readonly Finding[]) =>
            options === undefined ||
            !run.hasOptions(name, options()) ||
            (informs ? findings.length > 0 || run.repairs.size > 0 : findings.some(({ rule }) => rule === name));
        const overResources = {
            ...described,
            get validateResource() {
                if (resource === undefined || mayReport(resource.judgement?.findings ?? [])) {
                    return validateResource;
                }
                return appliesTo(resource.judgement) ? [] : doesNotApply;
            },
        };
        return validateStack === undefined
            ? overResources
            : Object.defineProperty(overResources, "validateStack", {
                  get: () => (stack === undefined || mayReport(stack.findings) ? validateStack : doesNotApplyToStack),
              });
    }

    return [withOptions(judging, (options) => run.configure(first.name, options())), ...others.map(whereItReports)];
}
