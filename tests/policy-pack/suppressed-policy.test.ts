import assert from "node:assert/strict";
import { Run } from "../../policy-pack/run";
import { suppressedPolicy } from "../../policy-pack/suppressed-policy";
import { askRules, askRulesOfStack, reportsOf, stackReportsOf } from "./shown";

const rule = "neuron-instance-imdsv2";
const template = {
    type: "aws:ec2/launchTemplate:LaunchTemplate",
    name: "inf1",
    properties: { instanceType: "inf1.xlarge", metadataOptions: { httpTokens: "optional" } },
};
const complaint =
    `${rule} is switched off for this resource, because: an old agent. It would say: launch template "inf1" launches ` +
    'Neuron instances and lets IMDSv1 in; it must require IMDSv2: set httpTokens to "required"';

function suppressing(resource: string): Run {
    const run = new Run();
    run.configure(rule, { suppressions: [{ resource, reason: "an old agent" }] });
    return run;
}

describe("neuron-suppressed", () => {
    it("says of a resource what a rule would, with the reason why that is switched off", () => {
        const run = suppressing("inf1");
        askRules(run, template, [rule]);
        assert.deepStrictEqual(reportsOf(suppressedPolicy(run), template), [complaint]);
    });

    it("says nothing of a resource for which no rule is switched off", () => {
        const run = suppressing("other");
        askRules(run, template, [rule]);
        assert.deepStrictEqual(reportsOf(suppressedPolicy(run), template), []);
    });

    it("says nothing for a rule that is disabled, and so has not checked", () => {
        const run = suppressing("inf1");
        assert.deepStrictEqual(reportsOf(suppressedPolicy(run), template), []);
    });

    it("says of a stack what it has not said of its resources", () => {
        const run = suppressing("inf1");
        askRules(run, template, [rule]);
        askRulesOfStack(run, [template], [rule]);
        const seen = suppressing("inf1");
        askRulesOfStack(seen, [template], [rule]);
        assert.deepStrictEqual(
            [stackReportsOf(suppressedPolicy(run), template), stackReportsOf(suppressedPolicy(seen), template)],
            [[], [`inf1: ${complaint}`]],
        );
    });
});
