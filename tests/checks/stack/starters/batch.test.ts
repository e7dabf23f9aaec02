import assert from "node:assert/strict";
import { defaultConfiguration } from "../../../../checks/configuration/read-configuration";
import { checkStack } from "../../../../checks/judge/check-stack";
import { propertyText } from "../../../../checks/phrasing/property-text";
import { withBatchAsEcs } from "../../../../checks/stack/starters/batch";
import type { SourceResource } from "../../../../checks/stack/source-resource";
import { UNKNOWN } from "../../../../ecs/known";
import { resource } from "../../stack-resources";

const neuron0 = { HostPath: "/dev/neuron0", Permissions: ["READ", "WRITE"] };
const container = (more: object = {}) => ({
    Image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/llm-neuronx:1",
    LinuxParameters: { Devices: [neuron0] },
    ...more,
});
const job = (properties: Record<string, unknown>) => resource("jobDefinition", "job", properties);
const environment = (id: string, ...InstanceTypes: unknown[]) =>
    resource("computeEnvironment", id, { ComputeResources: { Type: "EC2", InstanceTypes } });

/** What is found: the rule, where it stands in the job definition, and whether it is not known. */
function found(...resources: readonly SourceResource[]): readonly string[] {
    return checkStack(resources, defaultConfiguration).findings.map(
        (finding) => `${finding.rule} ${propertyText(finding)}${finding.kind === "unknown" ? " (unknown)" : ""}`,
    );
}

describe("A job definition of Batch", () => {
    it("is the task definition that Batch registers of it", () => {
        const requirements = [
            { Type: "VCPU", Value: "4" },
            { Type: "MEMORY", Value: "2000" },
        ];
        const [task] = withBatchAsEcs([
            job({
                PlatformCapabilities: ["EC2"],
                ContainerProperties: container({ ResourceRequirements: requirements, Volumes: [{ Name: "v" }] }),
            }),
        ]);
        const { containerDefinitions, volumes, requiresCompatibilities } = task?.properties ?? {};
        assert.deepStrictEqual([volumes, requiresCompatibilities], [[{ Name: "v" }], ["EC2"]]);
        const [{ name, cpu, memory, resourceRequirements, linuxParameters }] = containerDefinitions as [
            Record<string, unknown>,
        ];
        assert.deepStrictEqual(
            { name, cpu, memory, resourceRequirements, linuxParameters },
            {
                name: "default",
                cpu: 4096,
                memory: 2000,
                resourceRequirements: [],
                linuxParameters: {
                    devices: [
                        { HostPath: "/dev/neuron0", Permissions: ["READ", "WRITE"], permissions: ["read", "write"] },
                    ],
                },
            },
        );
    });

    const readOnly = container({ LinuxParameters: { Devices: [{ ...neuron0, Permissions: ["READ"] }] } });
    const holders: [string, Record<string, unknown>, string][] = [
        ["of one container", { ContainerProperties: readOnly }, "containerProperties.linuxParameters.devices"],
        [
            "of one container, in a text",
            { containerProperties: JSON.stringify(readOnly) },
            "containerProperties.linuxParameters.devices",
        ],
        [
            "of several containers",
            { EcsProperties: { TaskProperties: [{ Containers: [{ Name: "web", Image: "nginx:1" }, readOnly] }] } },
            "ecsProperties.taskProperties[0].containers[1].linuxParameters.devices",
        ],
        [
            "of several nodes",
            { NodeProperties: { NodeRangeProperties: [{ TargetNodes: "0:", Container: readOnly }] } },
            "nodeProperties.nodeRangeProperties[0].container.linuxParameters.devices",
        ],
        [
            "of several nodes with several containers",
            {
                NodeProperties: {
                    NodeRangeProperties: [
                        { TargetNodes: "0:", EcsProperties: { TaskProperties: [{ Containers: [readOnly] }] } },
                    ],
                },
            },
            "nodeProperties.nodeRangeProperties[0].ecsProperties.taskProperties[0].containers[0].linuxParameters.devices",
        ],
    ];
    for (const [what, properties, path] of holders) {
        it(`${what} is checked, at its place`, () =>
            assert.deepStrictEqual(found(job(properties)), [`libnrt-devices ${path}`]));
    }

    it("of containers that are not known does not decide whether it is one of Neuron", () =>
        assert.ok(found(job({ ContainerProperties: UNKNOWN })).every((one) => one.endsWith("(unknown)"))));

    it("of EKS is none", () => assert.deepStrictEqual(withBatchAsEcs([job({ EksProperties: {} })]), []));
});

describe("A compute environment of Batch", () => {
    const one = job({ ContainerProperties: container() });

    it("that launches Neuron instances only, or a family of them, is right", () => {
        assert.deepStrictEqual(found(one, environment("ce", "inf2.xlarge")), []);
        assert.deepStrictEqual(found(one, environment("ce", "inf2")), []);
    });

    it("without Neuron instances decides nothing, as the job may go to a queue elsewhere", () => {
        for (const types of [["m5.large"], ["optimal", "c5"], ["default_x86_64"]]) {
            assertUndecided(found(one, environment("ce", ...types)));
        }
    });

    it("is that of the queue to which a rule or a state machine submits the job by its ARN or its name", () => {
        const arn = "arn:aws:batch:us-west-2:123456789012:job-definition/embed:1";
        const queueArn = "arn:aws:batch:us-west-2:123456789012:job-queue/m5";
        const job = { ...one, properties: { ...one.properties, name: "embed", arn } };
        const queue = resource("jobQueue", "queue", { arn: queueArn, computeEnvironments: ["ce"] });
        const target = resource("eventTarget", "target", { arn: queueArn, batchTarget: { jobDefinition: arn } });
        const Parameters = { JobDefinition: "embed", JobQueue: queueArn };
        const submits = { Type: "Task", Resource: "arn:aws:states:::batch:submitJob.sync", Parameters, End: true };
        const definition = JSON.stringify({ StartAt: "Submit", States: { Submit: submits } });
        const onM5 = [job, environment("ce", "m5.large"), queue];
        assert.deepStrictEqual(found(...onM5, target), ["neuron-placement arn"]);
        assert.deepStrictEqual(found(...onM5, resource("stateMachine", "machine", { definition })), [
            "neuron-placement definition.States.Submit.Parameters.JobQueue",
        ]);
    });

    it("is the one with Neuron instances, beside others", () =>
        assert.deepStrictEqual(found(one, environment("ce", "inf2.xlarge"), environment("web", "m5.large")), []));

    it("is not known where several may be meant, or its types are not known", () => {
        assertUndecided(found(one, environment("ce", "inf2.xlarge"), environment("more", "trn1.2xlarge")));
        assertUndecided(found(one, environment("ce", UNKNOWN)));
        assertUndecided(found(one, resource("computeEnvironment", "ce", { Type: "UNMANAGED" })));
    });

    it("is that of the nodes of a parallel job, where they name one with chips", () => {
        const nodesOn = (range: object) =>
            job({
                NodeProperties: {
                    NodeRangeProperties: [
                        {
                            Container: container({
                                LinuxParameters: { Devices: [{ HostPath: "/dev/neuron1" }] },
                                ...range,
                            }),
                        },
                    ],
                },
            });
        const devices = "libnrt-devices nodeProperties.nodeRangeProperties[0].container.linuxParameters.devices";
        assert.deepStrictEqual(found(nodesOn({ InstanceType: "inf2.xlarge" })), [devices]);
        assert.deepStrictEqual(found(nodesOn({ InstanceType: "trn1.32xlarge" })), []);
        assert.deepStrictEqual(
            found(nodesOn({ InstanceType: "trn1.32xlarge" }), environment("ce", "trn1.32xlarge", "m5.large")),
            [],
        );
        assert.deepStrictEqual(found(nodesOn({ InstanceType: "m5.large" })), []);
        assert.deepStrictEqual(found(nodesOn({})), []);
    });

    it("is not known for the nodes of a parallel job, unless all name a type with chips", () => {
        const nodes = (...types: object[]) => {
            const NodeRangeProperties = types.map((type) => ({ TargetNodes: "0:", Container: container(), ...type }));
            return job({ NodeProperties: { NodeRangeProperties } });
        };
        const several = environment("ce", "inf2.xlarge", "m5.large");
        const inf2 = { InstanceTypes: ["inf2.xlarge"] };
        assertUndecided(found(nodes({}), several));
        assertUndecided(found(nodes(inf2, {}), several));
        assert.deepStrictEqual(found(nodes(inf2, inf2), several), []);
    });

    it("of EKS is none", () => {
        const eks = { ...environment("ce", "m5.large").properties, EksConfiguration: {} };
        assert.deepStrictEqual(found(one, resource("computeEnvironment", "ce", eks)), []);
    });
});

function assertUndecided(texts: readonly string[]): void {
    assert.ok(texts.length > 0 && texts.every((text) => text.endsWith("(unknown)")), texts.join("; "));
}
