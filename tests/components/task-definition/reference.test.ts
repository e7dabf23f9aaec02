import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { split } from "../../../components/engine/record";
import { taskReference } from "../../../components/service/args/task";
import type { TaskDefinitionArgs } from "../../../components/task-definition/args/task-definition";
import type { TaskReference } from "../../../components/task-definition/task-reference";
import { TaskDefinition } from "../../../components/task-definition/task-definition";
import { unknownText } from "../validation/unknown-text";
import { register } from "../mocked-engine";
import { pool, minimal, model } from "./harness";

const unknown = Symbol("unknown");

function promiseOf(output: pulumi.Output<unknown>): Promise<unknown> {
    return new Promise((resolve) => void output.apply(resolve));
}

/** What services are told of the task, member by member, and what stands of it in the component's own inputs. */
async function seen(args: () => TaskDefinitionArgs, preview = false) {
    const members: Partial<Record<keyof TaskReference, unknown>> = {};
    const registered = await register(
        () => {
            const { task } = new TaskDefinition("inference", args());
            const lifted = task as unknown as Record<keyof TaskReference, pulumi.Output<unknown>>;
            return Promise.all(
                (Object.keys(taskReference.members) as (keyof TaskReference)[]).map(async (member) => {
                    const { isKnown } = lifted[member] as unknown as { readonly isKnown: Promise<boolean> };
                    members[member] = unknown;
                    if (await isKnown) {
                        lifted[member].apply((value) => (members[member] = value));
                    }
                }),
            );
        },
        undefined,
        preview,
    );
    const inputs = (type: string) => registered.find((one) => one.type === type)?.inputs;
    return {
        members,
        component: inputs("ecs-inferentia:index:TaskDefinition"),
        taskDefinition: inputs("aws:ecs/taskDefinition:TaskDefinition"),
    };
}

const web = { name: "web", image: "web:1", memory: 64 };
const healthCheck = { command: ["CMD", "true"], interval: 10, startPeriod: 300 };
const taskDefinitionArn = "arn:aws:ecs:us-east-1:123456789012:inference-task";

describe("What TaskDefinition tells services", () => {
    it("is what the least arguments make", async () => {
        const { members } = await seen(() => minimal);
        assert.deepStrictEqual(members, {
            taskDefinitionArn,
            runtime: "neuron-rtd",
            instanceTypes: undefined,
            visibleDevices: "ALL",
            cores: undefined,
            numCores: undefined,
            networkMode: undefined,
            staticHostPorts: [],
            portMappings: [],
            containerNames: ["bert", "neuron-rtd"],
            memory: 2000,
            cpu: 0,
            unhealthyAfter: 0,
            pool: undefined,
        });
    });

    it("is what each container takes of its instance", async () => {
        const { members } = await seen(() => ({
            runtime: "libnrt",
            instanceTypes: ["inf2.24xlarge"],
            containers: [
                {
                    ...model,
                    visibleDevices: "2,3",
                    memory: 3000,
                    cpu: 1024,
                    portMappings: [{ containerPort: 8500, hostPort: 8500 }, { containerPort: 8501 }],
                },
                { ...model, name: "resnet", visibleDevices: "0", memory: 900, memoryReservation: 500 },
            ],
            sidecars: [
                {
                    name: "dns",
                    image: "dns:1",
                    memory: 64,
                    cpu: 10,
                    portMappings: [{ containerPort: 53, hostPort: 53, protocol: "udp" }],
                },
            ],
        }));
        assert.deepStrictEqual(members, {
            taskDefinitionArn,
            runtime: "libnrt",
            instanceTypes: ["inf2.24xlarge"],
            visibleDevices: "0,2,3",
            cores: undefined,
            numCores: undefined,
            networkMode: undefined,
            staticHostPorts: ["8500/tcp", "53/udp"],
            portMappings: [
                { containerName: "bert", containerPort: 8500, hostPort: 8500, protocol: "tcp" },
                { containerName: "bert", containerPort: 8501, hostPort: 0, protocol: "tcp" },
                { containerName: "dns", containerPort: 53, hostPort: 53, protocol: "udp" },
            ],
            containerNames: ["bert", "resnet", "dns"],
            memory: 3564,
            cpu: 1034,
            unhealthyAfter: 0,
            pool: undefined,
        });
    });

    it("is which cores its containers take together, or how many", async () => {
        const coresOf = async (...containers: readonly object[]) => {
            const { members } = await seen(() => ({
                runtime: "libnrt",
                instanceType: "inf1.6xlarge",
                containers: containers.map((own, index) => ({ ...model, name: `model-${index}`, ...own })),
            }));
            return [members.visibleDevices, members.cores, members.numCores];
        };
        assert.deepStrictEqual(await coresOf({ cores: "0-1" }, { cores: "4" }), ["ALL", "0,1,4", undefined]);
        assert.deepStrictEqual(await coresOf({ cores: "0-1" }, { numCores: 3 }), ["ALL", undefined, 5]);
        const some = { visibleDevices: "0", numCores: 1 };
        assert.deepStrictEqual(await coresOf(some, { ...some, numCores: 2 }), ["0", undefined, 3]);
        assert.deepStrictEqual(await coresOf({ visibleDevices: "0", cores: "0" }, { visibleDevices: "1" }), [
            "0,1",
            undefined,
            undefined,
        ]);
        const variable = { environment: [{ name: "NEURON_RT_VISIBLE_CORES", value: "3" }] };
        assert.deepStrictEqual(await coresOf({ visibleDevices: "0", ...variable }), ["0", "3", undefined]);
        const file = { environmentFiles: [{ value: "arn:aws:s3:::models/bert.env", type: "s3" }] };
        assert.deepStrictEqual(await coresOf({ visibleDevices: "0", ...file }), ["0", undefined, undefined]);
    });

    for (const [what, change, seconds] of [
        ["a container with a health check", { containers: [{ ...model, healthCheck }] }, 330],
        ["a sidecar with a health check", { sidecars: [{ ...web, healthCheck }] }, 330],
        ["a sidecar that may become unhealthy", { sidecars: [{ ...web, healthCheck, essential: false }] }, 0],
        ["a daemon with a health check", { neuronRtd: { healthCheck } }, 330],
    ] as const) {
        it(`is how long ${what} may take to become healthy`, async () => {
            const { members } = await seen(() => ({ ...minimal, ...change }) as TaskDefinitionArgs);
            assert.equal(members["unhealthyAfter"], seconds);
        });
    }

    it("is what the task takes as a whole, and in network mode awsvpc no port of the instance", async () => {
        const { members } = await seen(() => ({
            containers: [{ ...model, portMappings: [{ containerPort: 8501 }] }],
            memory: "4096",
            cpu: "2048",
            networkMode: "awsvpc",
        }));
        const { memory, cpu, networkMode, staticHostPorts } = members;
        assert.deepStrictEqual([memory, cpu, networkMode, staticHostPorts], [4096, 2048, "awsvpc", []]);
    });
});

describe("TaskDefinition at preview", () => {
    const program = (): TaskDefinitionArgs => ({
        containers: [{ ...model, image: unknownText(), portMappings: [{ containerPort: 8501, hostPort: 8501 }] }],
        pool: pulumi.output({
            ...pool,
            clusterArn: unknownText(),
            capacityProviderName: unknownText(),
            runtime: "libnrt",
            instanceTypes: ["inf2.xlarge"],
        }),
    });

    it("tells services what the program wrote, beside ARNs and an image that are not known", async () => {
        const { members } = await seen(program, true);
        assert.deepStrictEqual(members, {
            taskDefinitionArn: unknown,
            runtime: "libnrt",
            instanceTypes: ["inf2.xlarge"],
            visibleDevices: "ALL",
            cores: undefined,
            numCores: undefined,
            networkMode: undefined,
            staticHostPorts: ["8501/tcp"],
            portMappings: [{ containerName: "bert", containerPort: 8501, hostPort: 8501, protocol: "tcp" }],
            containerNames: ["bert"],
            memory: 1000,
            cpu: 0,
            unhealthyAfter: 0,
            // As a whole; see the next test.
            pool: unknown,
        });
    });

    it("tells services of its pool member by member", async () => {
        const seenOfPool: Record<string, unknown> = {};
        await register(
            () => {
                const { task } = new TaskDefinition("inference", program());
                const { pool: members } = split<TaskReference>(task, taskReference.members);
                return Promise.all(
                    Object.entries(members ?? {}).map(async ([member, output]) => {
                        const { isKnown } = output as unknown as { readonly isKnown: Promise<boolean> };
                        seenOfPool[member] = (await isKnown) ? await promiseOf(output) : unknown;
                    }),
                );
            },
            undefined,
            true,
        );
        assert.deepStrictEqual(seenOfPool, {
            poolName: undefined,
            clusterName: "ml",
            clusterArn: unknown,
            capacityProviderName: unknown,
            instanceTypes: ["inf2.xlarge"],
            runtime: "libnrt",
            maxSize: undefined,
            vpcId: undefined,
            subnetIds: undefined,
            securityGroupIds: undefined,
            amiSsmParameter: undefined,
            amiId: undefined,
            amiName: undefined,
            autoScalingGroupName: undefined,
            autoScalingGroupArn: undefined,
            launchTemplateId: undefined,
            instanceRoleName: undefined,
            instanceRoleArn: undefined,
            instanceProfileArn: undefined,
            executeCommandLogGroupArn: undefined,
            executeCommandKmsKeyArn: undefined,
        });
    });

    it("is placed on the types of a pool whose ARNs are not known", async () => {
        const { taskDefinition } = await seen(program, true);
        assert.deepStrictEqual(taskDefinition?.["placementConstraints"], [
            { type: "memberOf", expression: "attribute:ecs.instance-type == inf2.xlarge" },
        ]);
        assert.deepStrictEqual(taskDefinition["volumes"], []);
    });

    it("shows the engine, and so policies, what is known of the pool", async () => {
        const { component } = await seen(program, true);
        const { runtime, instanceTypes, clusterName } = component?.["pool"] as Record<string, unknown>;
        assert.deepStrictEqual([runtime, instanceTypes, clusterName], ["libnrt", ["inf2.xlarge"], "ml"]);
    });

    it("renders the containers where they are known, whatever of the pool is not", async () => {
        const { taskDefinition } = await seen(() => ({ ...program(), containers: [model] }), true);
        const [container] = JSON.parse(taskDefinition?.["containerDefinitions"] as string) as {
            linuxParameters: { devices: { hostPath: string }[] };
        }[];
        assert.deepStrictEqual(
            container?.linuxParameters.devices.map(({ hostPath }) => hostPath),
            ["/dev/neuron0"],
        );
    });
});
