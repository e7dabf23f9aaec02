import assert from "node:assert/strict";
import { Scope } from "../../../checks/configuration/options";
import { Runtime } from "../../../contract";
import { judgeStackResource } from "../../../checks/judge/judge-stack-resource";
import { judgeStack } from "../judge-stack";
import { UNKNOWN } from "../../../ecs/known";
import type { Rule, StackParts } from "../../../checks/rules/rule";
import { readStack } from "../../../checks/stack/read-stack";
import type { SourceResource } from "../../../checks/stack/source-resource";
import { capacity, inferenceService, launching } from "../inference-stack";
import { resource, taskDefinition } from "../stack-resources";

const text = { name: "told", summary: "", severity: "low", level: "mandatory", why: "", fix: "", sources: [] } as const;
const violation = (subject: string) => ({ path: [], subject, problem: "is wrong", remedy: "correct it" });
const perStarter: StackParts = { perStarter: ({ id }) => [violation(`service ${id}`)] };
const perLaunchTemplate: StackParts = {
    perLaunchTemplate: ({ id }) => [violation(`launch template ${id}`)],
};
const rule = (parts: StackParts): Rule => ({ ...text, ...parts });

const stack = () =>
    readStack([
        taskDefinition("bert"),
        taskDefinition("web", { name: "web", image: "nginx:1" }),
        resource("service", "inference", { taskDefinition: "bert" }),
        resource("service", "site", { taskDefinition: "web" }),
        resource("service", "open", { taskDefinition: UNKNOWN }),
        resource("launchTemplate", "inf1", { instanceType: "inf1.xlarge" }),
        resource("launchTemplate", "m5", { instanceType: "m5.large" }),
        resource("launchTemplate", "any", { instanceType: UNKNOWN }),
    ]);

const said = (resourceId: string, message: string) => ({
    resource: resourceId,
    violations: [violation(message)],
    undecided: [],
});
const notDecided = (resourceId: string, path: string) => ({
    resource: resourceId,
    violations: [],
    undecided: [{ path: [path] }],
});

describe("A rule over a stack", () => {
    it("is asked about the services of inference tasks, and does not decide about those that may be", () => {
        assert.deepStrictEqual(judgeStack(rule(perStarter), stack()), [
            said("inference", "service inference"),
            notDecided("open", "taskDefinition"),
        ]);
        assert.deepStrictEqual(
            judgeStack(rule(perStarter), stack(), Scope.Auto),
            judgeStack(rule(perStarter), stack()),
        );
    });

    it("is asked about every service where all are in scope", () => {
        assert.deepStrictEqual(
            judgeStack(rule(perStarter), stack(), Scope.All),
            ["inference", "site", "open"].map((id) => said(id, `service ${id}`)),
        );
    });

    it("is asked about launch templates for Inf1, and does not decide about those that may be", () => {
        assert.deepStrictEqual(judgeStack(rule(perLaunchTemplate), stack()), [
            said("inf1", "launch template inf1"),
            notDecided("any", "instanceType"),
        ]);
    });

    it("is asked about what it has a part for, and about nothing else", () => {
        assert.deepStrictEqual(
            judgeStack(rule({ ...perStarter, ...perLaunchTemplate }), stack()).map(({ resource: id }) => id),
            ["inference", "open", "inf1", "any"],
        );
        assert.deepStrictEqual(judgeStack(rule({}), stack()), []);
    });

    it("is not asked about a scalable target without a part for it", () => {
        const [target] = readStack([resource("scalableTarget", "target", { serviceNamespace: "ecs" })]).scalableTargets;
        assert.ok(target);
        assert.deepStrictEqual(judgeStackResource(rule(perStarter), target, stack()), {
            violations: [],
            undecided: [],
        });
    });

    const web = taskDefinition("web", { name: "web", image: "nginx:1" });
    const site = (placementConstraints: unknown) => inferenceService("site", "web", { placementConstraints });
    const placements: [string, SourceResource[], object[]][] = [
        [
            "does not decide about a service that may be placed by constraints among Neuron instances",
            [web, site(UNKNOWN), ...capacity()],
            [notDecided("site", "placementConstraints")],
        ],
        ["is not asked about it where its constraints are known", [web, site([]), ...capacity()], []],
        [
            "is not asked about it on other instances",
            [web, site(UNKNOWN), ...capacity({ template: { instanceType: "m5.large" } })],
            [],
        ],
        [
            "is not asked about it where instances may be others",
            [web, site(UNKNOWN), ...capacity(launching("inf1.xlarge", "m5.large"))],
            [],
        ],
        [
            "is not asked about it where its instances are not known",
            [web, site(UNKNOWN), ...capacity({ template: { instanceType: UNKNOWN } })],
            [],
        ],
        ["is not asked about it where its instances are elsewhere", [web, site(UNKNOWN)], []],
    ];
    for (const [what, resources, expected] of placements) {
        it(what, () => assert.deepStrictEqual(judgeStack(rule(perStarter), readStack(resources)), expected));
    }

    it("about a runtime is not asked about services of another one", () => {
        const library = { name: "bert", image: "b", linuxParameters: { devices: [{ hostPath: "/dev/neuron0" }] } };
        const readResources = readStack([
            taskDefinition("rtd"),
            taskDefinition("nrt", library),
            taskDefinition("unclear", { name: "bert", image: "own/pytorch-inference-neuron:1" }),
            ...["rtd", "nrt", "unclear"].map((task) => resource("service", task, { taskDefinition: task })),
        ]);
        const about = (...runtimes: Runtime[]) =>
            judgeStack({ ...rule(perStarter), runtimes }, readResources).map(({ resource: id }) => id);
        assert.deepStrictEqual(
            [about(Runtime.NeuronRtd), about(Runtime.Libnrt), about(Runtime.Managed), about(...Object.values(Runtime))],
            [["rtd", "unclear"], ["nrt", "unclear"], ["unclear"], ["rtd", "nrt", "unclear"]],
        );
    });

    it("that crashes refuses what it did not check", () => {
        const readResources = stack();
        const [service] = readResources.starters;
        assert.ok(service);
        const crashing = rule({
            perStarter: () => {
                throw new Error("s3cr3t");
            },
        });
        assert.deepStrictEqual(judgeStackResource(crashing, service, readResources).violations, [
            {
                path: [],
                subject: "the rule told",
                problem: "could not judge this resource, because of an error of its own",
                requirement: "it is refused, because it was not checked",
                remedy: "please report it",
            },
        ]);
    });
});
