import assert from "node:assert/strict";
import { lastRuntime1AmiParameter, recommendedInferentiaAmiParameter } from "../../../contract";
import { UNKNOWN } from "../../../ecs/known";
import { neuronDriverSupportsRuntime } from "../../../checks/rules/neuron-driver-supports-runtime";
import type { SourceResource } from "../../../checks/stack/source-resource";
import { capacity, inferenceService, inferenceTask, said } from "../inference-stack";
import { resource } from "../stack-resources";

describe("neuron-driver-supports-runtime", () => {
    const recommended = `resolve:ssm:${recommendedInferentiaAmiParameter}/image_id`;
    const found = (...resources: SourceResource[]) =>
        said(neuronDriverSupportsRuntime, ...capacity({ template: { imageId: recommended } }), ...resources);
    const refused = (run: string) => [
        'template: imageId: launch template "template" takes its image from ' +
            `"${recommendedInferentiaAmiParameter}/image_id", whose Neuron driver no longer supports Runtime 1.x ` +
            `(release 20220831 and later), as far as the stack shows it, but ${run} neuron-rtd: take the image ` +
            `from ${lastRuntime1AmiParameter}, or move to Runtime 2.x`,
    ];
    const libnrt = inferenceTask("libnrt", {
        containerDefinitions: [
            { name: "bert", image: "bert:1", linuxParameters: { devices: [{ hostPath: "/dev/neuron0" }] } },
        ],
    });
    const other = [
        resource("capacityProvider", "more", { autoScalingGroupProvider: { autoScalingGroupArn: "other" } }),
        resource("autoScalingGroup", "other", { launchTemplate: { id: "second" } }),
        resource("launchTemplate", "second", { instanceType: "inf1.xlarge" }),
    ];
    const onOther = { capacityProviderStrategies: [{ capacityProvider: "more" }] };
    const onBoth = { capacityProviderStrategies: [{ capacityProvider: "more" }, { capacityProvider: "inf1" }] };

    const cases: [string, () => readonly string[], readonly string[]][] = [
        [
            "names the task that runs there",
            () => found(inferenceTask("task"), inferenceService("service", "task")),
            refused('"task" runs'),
        ],
        [
            "names each task that runs there",
            () =>
                found(
                    inferenceTask("one"),
                    inferenceTask("two"),
                    inferenceService("a", "one"),
                    inferenceService("b", "two"),
                ),
            refused('"one", "two" run'),
        ],
        [
            "names three of more tasks",
            () => found(...["a", "b", "c"].map((id) => inferenceTask(id))),
            refused('"a", "b", "c" run'),
        ],
        [
            "counts the others of more tasks",
            () => found(...["a", "b", "c", "d", "e"].map((id) => inferenceTask(id))),
            refused('"a", "b", "c" and 2 more run'),
        ],
        ["names a task that no service runs", () => found(inferenceTask("task")), refused('"task" runs')],
        [
            "names a task that runs there and elsewhere",
            () =>
                found(
                    inferenceTask("task"),
                    inferenceService("a", "task", onOther),
                    inferenceService("b", "task"),
                    ...other,
                ),
            refused('"task" runs'),
        ],
        [
            "names a task on several groups, this one among them",
            () => found(inferenceTask("task"), inferenceService("service", "task", onBoth), ...other),
            refused('"task" runs'),
        ],
        [
            "leaves out a task that runs on other instances",
            () => found(inferenceTask("task"), inferenceService("service", "task", onOther), ...other),
            [],
        ],
        [
            "leaves out a task that runs on other instances while another runs there",
            () =>
                found(
                    inferenceTask("task"),
                    inferenceTask("away"),
                    inferenceService("a", "task"),
                    inferenceService("b", "away", onOther),
                    ...other,
                ),
            refused('"task" runs'),
        ],
        [
            "leaves out a task on capacity elsewhere",
            () =>
                found(
                    inferenceTask("task"),
                    inferenceService("service", "task", {
                        capacityProviderStrategies: [{ capacityProvider: "elsewhere" }],
                    }),
                ),
            [],
        ],
        ["leaves out a task without a sidecar", () => found(libnrt, inferenceService("service", "libnrt")), []],
        [
            "names a task beside another service that is not for inference, of which nothing else is known",
            () =>
                found(
                    inferenceTask("task"),
                    inferenceService("service", "task"),
                    resource("taskDefinition", "web", { containerDefinitions: [{ name: "web", image: "nginx:1" }] }),
                    inferenceService("site", "web", { cluster: UNKNOWN, capacityProviderStrategies: UNKNOWN }),
                ),
            refused('"task" runs'),
        ],
        [
            "names a task beside one that may have a sidecar",
            () =>
                found(
                    inferenceTask("task", {
                        containerDefinitions: [
                            { name: "neuron-rtd", image: "x:1" },
                            { name: "other", image: UNKNOWN },
                        ],
                    }),
                ),
            refused('"task" runs'),
        ],
    ];
    for (const [what, is, expected] of cases) {
        it(what, () => assert.deepStrictEqual(is(), expected));
    }

    const undecidedCases: [string, () => readonly string[], string][] = [
        ["the task of a service", () => found(inferenceService("service", UNKNOWN)), "taskDefinition"],
        [
            "the group of a service",
            () =>
                found(
                    inferenceTask("task"),
                    inferenceService("service", "task", { capacityProviderStrategies: UNKNOWN }),
                ),
            "capacity providers",
        ],
        [
            "from what a group launches",
            () =>
                said(
                    neuronDriverSupportsRuntime,
                    ...capacity({ template: { imageId: recommended }, group: { launchTemplate: { id: UNKNOWN } } }),
                    inferenceTask("task"),
                    inferenceService("service", "task"),
                ),
            "launchTemplate",
        ],
        [
            "the image of the launch template",
            () =>
                said(
                    neuronDriverSupportsRuntime,
                    resource("launchTemplate", "template", { instanceType: "inf1.xlarge", imageId: UNKNOWN }),
                ),
            "imageId",
        ],
        [
            "whether a task has a sidecar",
            () => found(inferenceTask("task", { containerDefinitions: [{ name: UNKNOWN, image: "bert-neuron:1" }] })),
            'containerDefinitions of "task"',
        ],
        [
            "the containers of a task",
            () => found(inferenceTask("task", { containerDefinitions: UNKNOWN })),
            'containerDefinitions of "task"',
        ],
    ];
    for (const [what, is, path] of undecidedCases) {
        it(`says that it does not know ${what}`, () => assert.deepStrictEqual(is(), [`template: ${path}: not known`]));
    }
});
