import assert from "node:assert/strict";
import { defaultConfiguration } from "../../../../checks/configuration/read-configuration";
import { checkStack } from "../../../../checks/judge/check-stack";
import { propertyText } from "../../../../checks/phrasing/property-text";
import type { SourceResource } from "../../../../checks/stack/source-resource";
import { UNKNOWN } from "../../../../ecs/known";
import { resource } from "../../stack-resources";

const job = resource("jobDefinition", "job", {
    JobDefinitionName: "embed",
    ContainerProperties: {
        Image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/llm-neuronx:1",
        LinuxParameters: { Devices: [{ HostPath: "/dev/neuron0", Permissions: ["READ", "WRITE"] }] },
    },
});
const environment = (id: string, ComputeResources: object) =>
    resource("computeEnvironment", id, { ComputeResources: { Type: "EC2", ...ComputeResources } });
const environments = [
    environment("inf2", { InstanceTypes: ["inf2.xlarge"], Type: "SPOT" }),
    environment("other", { InstanceTypes: ["optimal"] }),
    environment("fargate", { Type: "FARGATE_SPOT" }),
];

/** A queue with compute environments in the order in which jobs get them. */
function queue(...ids: string[]): SourceResource {
    const order = ids.map((id, index) => ({ Order: index + 1, ComputeEnvironment: id }));
    return resource("jobQueue", "queue", { JobQueueName: "jobs", ComputeEnvironmentOrder: order.reverse() });
}

const rule = (target: object) =>
    resource("eventRule", "starter", {
        Targets: [{ Id: "job", Arn: "${queue}", BatchParameters: { JobDefinition: "${job}" }, ...target }],
    });
const machine = (parameters: object) =>
    resource("stateMachine", "starter", {
        definition: {
            States: {
                Run: {
                    Type: "Task",
                    Resource: "arn:aws:states:::batch:submitJob.sync",
                    Parameters: { JobDefinition: "${job}", JobQueue: "${queue.Arn}", ...parameters },
                },
            },
        },
    });

/** What is found, without what is said of the job definition alone. */
function found(starter: SourceResource, ...others: readonly SourceResource[]): readonly string[] {
    const into = { ...starter, dependencies: { ...starter.dependencies, any: ["job"] } };
    return checkStack([job, ...environments, ...others, into], defaultConfiguration).findings.map(
        (finding) => `${finding.rule} ${propertyText(finding)}${finding.kind === "unknown" ? " (unknown)" : ""}`,
    );
}

describe("A job that is submitted", () => {
    const submitters: [string, SourceResource, string][] = [
        ["by a rule", rule({}), "targets[0].arn"],
        [
            "by an event target",
            resource("eventTarget", "starter", { arn: "queue", batchTarget: [{ jobDefinition: "job" }] }),
            "arn",
        ],
        ["by a state machine", machine({}), "definition.States.Run.Parameters.JobQueue"],
        [
            "by a schedule that calls the API",
            resource("schedule", "starter", {
                target: {
                    arn: "arn:aws:scheduler:::aws-sdk:batch:submitJob",
                    input: JSON.stringify({ JobDefinition: "embed:3", JobQueue: "jobs" }),
                },
            }),
            "target.input",
        ],
    ];
    for (const [by, starter, place] of submitters) {
        it(`${by} is right on Neuron instances`, () => assert.deepStrictEqual(found(starter, queue("inf2")), []));

        it(`${by} is wrong on others, and on Fargate`, () => {
            assert.deepStrictEqual(found(starter, queue("other")), [`neuron-placement ${place}`]);
            assert.deepStrictEqual(found(starter, queue("fargate")), [`neuron-compatible-launch-type ${place}`]);
        });
    }

    it("gets the first compute environment of its queue, and perhaps the next", () => {
        const starter = rule({});
        assert.deepStrictEqual(found(starter, queue("other", "inf2")), ["neuron-placement targets[0].arn"]);
        assert.deepStrictEqual(found(starter, queue("inf2", "other")), []);
    });

    it("is not decided where its queue, or what that has, is not shown", () => {
        for (const unknown of [rule({ Arn: "elsewhere" }), rule({ Arn: UNKNOWN }), machine({ JobQueue: UNKNOWN })]) {
            const texts = found(unknown, queue("other"));
            assert.ok(texts.length > 0 && texts.every((text) => text.endsWith("(unknown)")), texts.join("; "));
        }
        const ofUnknownQueue = found(rule({}), resource("jobQueue", "queue", { ComputeEnvironmentOrder: UNKNOWN }));
        assert.ok(
            ofUnknownQueue.length > 0 && ofUnknownQueue.every((text) => text.endsWith("(unknown)")),
            ofUnknownQueue.join("; "),
        );
    });

    it("is not decided where its nodes may name instance types of their own", () => {
        const Container = job.properties["ContainerProperties"];
        const NodeProperties = {
            NodeRangeProperties: [{ TargetNodes: "0:", Container, InstanceTypes: ["inf2.xlarge"] }],
        };
        const nodes = resource("jobDefinition", "nodes", { JobDefinitionName: "nodes", NodeProperties });
        const texts = found(machine({ JobDefinition: "nodes" }), nodes, queue("other"));
        assert.ok(texts.length > 0 && texts.every((text) => text.endsWith("(unknown)")), texts.join("; "));
    });

    it("may go to each of the compute environments that went into the unknown list of its queue", () => {
        const listed = (...ids: string[]) =>
            found(
                rule({}),
                resource("jobQueue", "queue", { ComputeEnvironments: UNKNOWN }, { ComputeEnvironments: ids }),
            );
        assert.deepStrictEqual(listed("inf2"), []);
        assert.deepStrictEqual(listed("other"), ["neuron-placement targets[0].arn"]);
        assert.deepStrictEqual(listed("inf2", "other"), []);
    });

    it("is checked with what the submission overrides", () => {
        const cores = [{ Name: "NEURON_RT_VISIBLE_CORES", Value: "0-15" }];
        assert.deepStrictEqual(found(machine({ ContainerOverrides: { Environment: cores } }), queue("inf2")), [
            "libnrt-devices NEURON_RT_VISIBLE_CORES",
        ]);
        const ofTrainium2 = [{ Name: "NEURON_RT_VISIBLE_CORES", Value: "0-7" }];
        assert.deepStrictEqual(found(machine({ ContainerOverrides: { Environment: ofTrainium2 } }), queue("inf2")), [
            "neuron-devices-exist definition.States.Run.Parameters.JobDefinition",
        ]);
        const sized = { ResourceRequirements: [{ Type: "MEMORY", Value: "999999" }] };
        assert.deepStrictEqual(found(machine({ ContainerOverrides: sized }), queue("inf2")), [
            "neuron-task-fits definition.States.Run.Parameters.JobDefinition",
        ]);
        const named = { TaskProperties: [{ Containers: [{ Name: "default", Environment: cores }] }] };
        assert.deepStrictEqual(found(machine({ EcsPropertiesOverride: named }), queue("inf2")), [
            "libnrt-devices NEURON_RT_VISIBLE_CORES",
        ]);
        assert.deepStrictEqual(found(machine({ ContainerOverrides: { Command: ["x"] } }), queue("inf2")), []);
    });
});
