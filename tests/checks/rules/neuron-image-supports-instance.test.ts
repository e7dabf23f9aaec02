import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { judgeTask } from "../../../checks/judge/judge-task";
import { neuronImageSupportsInstance } from "../../../checks/rules/neuron-image-supports-instance";
import { readTaskDefinition } from "../../../ecs/task/read-task-definition";
import { capacity, inferenceService, inferenceTask, launching, memberOf, said } from "../inference-stack";
import { resource } from "../stack-resources";
import { violationText } from "../violation-text";
import { propertyText } from "../../../checks/phrasing/property-text";

const registry = "763104351884.dkr.ecr.us-west-2.amazonaws.com";
const forInf1 = `${registry}/pytorch-inference-neuron:1.13.1-neuron-py310-sdk2.20.0-ubuntu20.04`;
const remedy = "use the image for that chip, or place the task on instances that the image is for";
const placedOn = (types: string) => ({
    placementConstraints: [{ type: "memberOf", expression: `attribute:ecs.instance-type in [${types}]` }],
});
const running = (...images: unknown[]) => ({
    containerDefinitions: images.map((image, index) => ({ name: `c${index}`, image })),
});

/** A Neuron task of which no image is AWS's. */
const mapping = {
    containerDefinitions: [
        { name: "llm", image: "own:1", linuxParameters: { devices: [{ hostPath: "/dev/neuron0" }] } },
    ],
};

function found(definition: object): readonly string[] {
    const { violations, undecided } = judgeTask(neuronImageSupportsInstance, readTaskDefinition(definition));
    return [...violations.map(violationText), ...undecided.map((one) => `? ${propertyText(one)}`)];
}

const refused = (index: number, type: string) =>
    `containerDefinitions[${index}].image: container "c${index}" has the image "pytorch-inference-neuron", but the ` +
    `task is placed on ${type}, on which it cannot run, as its neuron frameworks are for Inferentia: ${remedy}`;

describe("neuron-image-supports-instance", () => {
    const cases: [string, object, readonly string[]][] = [
        [
            "names the container",
            { ...running("own:1", forInf1), ...placedOn("trn2.48xlarge") },
            [refused(1, "trn2.48xlarge")],
        ],
        [
            "refuses what none of several types can run",
            { ...running(forInf1), ...placedOn("inf2.xlarge, trn1.2xlarge") },
            [refused(0, "inf2.xlarge")],
        ],
        ["accepts what one can run", { ...running(forInf1), ...placedOn("inf1.2xlarge, inf2.xlarge") }, []],
        ["does not know the chip of a type that is new", { ...running(forInf1), ...placedOn("trn3.48xlarge") }, []],
        ["says nothing without a placement by type", running(forInf1), []],
        ["needs no placement for other images", { ...mapping, placementConstraints: UNKNOWN }, []],
        ["says nothing of other images", { ...running("own-neuron:1"), ...placedOn("inf2.xlarge") }, []],
        [
            "names one image although another is not known",
            { ...running(UNKNOWN, forInf1), ...placedOn("inf2.xlarge") },
            [refused(1, "inf2.xlarge"), "? containerDefinitions[0].image"],
        ],
    ];
    for (const [what, definition, expected] of cases) {
        it(what, () => assert.deepStrictEqual(found(definition), expected));
    }

    it("refuses a daemon on Inf2, of which the service alone tells", () =>
        assert.deepStrictEqual(
            said(
                neuronImageSupportsInstance,
                inferenceTask("task"),
                inferenceService("service", "task"),
                ...capacity({ template: { instanceType: "inf2.xlarge" } }),
            ),
            [
                'service: taskDefinition: service "service" may place tasks of "task" on inf2.xlarge, which needs the ' +
                    'runtime libnrt, as neuron-rtd drives Inf1 only, and container "neuron-rtd" is a neuron-rtd ' +
                    "sidecar: remove the sidecar and map the devices in the model container, or place the task on Inf1",
            ],
        ));

    it("names one of the types that the stack launches", () =>
        assert.deepStrictEqual(
            said(
                neuronImageSupportsInstance,
                resource("taskDefinition", "task", running(forInf1)),
                inferenceService("service", "task"),
                ...capacity(launching("inf1.xlarge", "inf2.xlarge")),
            ),
            [
                'service: taskDefinition: service "service" may place tasks of "task" on inf2.xlarge, on which ' +
                    'container "c0" cannot run its image "pytorch-inference-neuron", as its neuron frameworks are for ' +
                    `Inferentia: ${remedy}`,
            ],
        ));

    it("names one image on launched instances although another is not known", () =>
        assert.deepStrictEqual(
            said(
                neuronImageSupportsInstance,
                resource("taskDefinition", "task", running(UNKNOWN, forInf1)),
                inferenceService("service", "task"),
                ...capacity({ template: { instanceType: "inf2.xlarge" } }),
            ),
            [
                'service: taskDefinition: service "service" may place tasks of "task" on inf2.xlarge, on which ' +
                    'container "c1" cannot run its image "pytorch-inference-neuron", as its neuron frameworks are for ' +
                    `Inferentia: ${remedy}`,
                'service: containerDefinitions[0].image of "task": not known',
            ],
        ));

    it("accepts what one of the types can run that the service's placement names", () =>
        assert.deepStrictEqual(
            said(
                neuronImageSupportsInstance,
                resource("taskDefinition", "task", running(forInf1)),
                inferenceService("service", "task", {
                    capacityProviderStrategies: undefined,
                    ...placedOn("inf1.xlarge, inf2.xlarge"),
                }),
            ),
            [],
        ));

    it("needs no placement of the service for other images", () =>
        assert.deepStrictEqual(
            said(
                neuronImageSupportsInstance,
                resource("taskDefinition", "task", mapping),
                inferenceService("service", "task", { placementConstraints: UNKNOWN }),
            ),
            [],
        ));

    it("says nothing of a service whose instances the stack does not show", () =>
        assert.deepStrictEqual(
            said(
                neuronImageSupportsInstance,
                resource("taskDefinition", "task", running(forInf1)),
                inferenceService("service", "task", { capacityProviderStrategies: undefined }),
            ),
            [],
        ));

    it("leaves Fargate, and definitions that are elsewhere, to others", () => {
        const capacityOfInf2 = capacity({ template: { instanceType: "inf2.xlarge" } });
        for (const service of [
            inferenceService("service", "task", { launchType: "FARGATE" }),
            inferenceService("service", "elsewhere:1", memberOf("attribute:ecs.instance-type == inf2.xlarge")),
        ]) {
            assert.deepStrictEqual(
                said(neuronImageSupportsInstance, inferenceTask("task"), service, ...capacityOfInf2),
                [],
            );
        }
    });

    it("leaves to the definition what its own placement tells", () =>
        assert.deepStrictEqual(
            said(
                neuronImageSupportsInstance,
                resource("taskDefinition", "task", { ...running(forInf1), ...placedOn("inf2.xlarge") }),
                inferenceService("service", "task"),
                ...capacity({ template: { instanceType: "inf2.xlarge" } }),
            ),
            [],
        ));
});
