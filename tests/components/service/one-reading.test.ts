import assert from "node:assert/strict";
import { libnrtDevices } from "../../../checks/rules/libnrt-devices";
import { neuronDevicesExist } from "../../../checks/rules/neuron-devices-exist";
import { neuronPlacement } from "../../../checks/rules/neuron-placement";
import { neuronTaskFits } from "../../../checks/rules/neuron-task-fits";
import { oneInferenceTaskPerInstance } from "../../../checks/rules/one-inference-task-per-instance";
import type { Rule } from "../../../checks/rules/rule";
import { staticHostPortDeployment } from "../../../checks/rules/static-host-port-deployment";
import type { SourceResource } from "../../../checks/stack/source-resource";
import { checkService } from "../../../components/service/check";
import { serviceOnPool } from "../../../components/service/service-on-pool";
import { Problems } from "../../../components/validation/problems";
import { onePerInstance, placedOn, type InferentiaInstanceType } from "../../../contract";
import { inputContainers } from "../../../ecs/render/definition";
import { capacity, inferenceService, inferenceTask, launching, said } from "../../checks/inference-stack";

/** A service on a pool: what both the component's arguments and the resources of a stack can say of it. */
interface Input {
    readonly poolTypes?: readonly InferentiaInstanceType[];
    readonly maxSize?: number;
    readonly taskTypes?: readonly InferentiaInstanceType[];
    readonly devices?: string;
    /** With libnrt the cores of its one model container; without, the runtime is neuron-rtd. */
    readonly cores?: { readonly cores?: string; readonly numCores?: number };
    readonly hostPort?: number;
    readonly protocol?: string;
    readonly memory?: number;
    readonly cpu?: number;
    readonly desiredCount?: number;
    readonly minimumHealthyPercent?: number;
    readonly maximumPercent?: number;
    readonly strategy?: string;
}

const libnrt = { runtime: "libnrt" } as const;
const [types, least] = [["inf1.6xlarge"] as const, { maxSize: 9, devices: "ALL", memory: 2000, cpu: 0 }];

/** The arguments that the component refuses; `other` is a second service of the pool. */
function refused(input: Input, other?: Input): readonly string[] {
    const read = (one: Input) => {
        const {
            hostPort,
            strategy,
            poolTypes = types,
            taskTypes,
            maxSize,
            devices,
            memory,
            cpu,
        } = { ...least, ...one };
        const args = {
            pool: { poolName: "inf1", instanceTypes: poolTypes, maxSize, ...(one.cores && libnrt) },
            task: {
                ...(one.cores && { ...libnrt, ...one.cores }),
                visibleDevices: devices,
                memory,
                cpu,
                staticHostPorts: hostPort === undefined ? [] : [`${hostPort}/${one.protocol ?? "tcp"}`],
                ...(taskTypes && { instanceTypes: taskTypes }),
            },
            desiredCount: one.desiredCount,
            deploymentMinimumHealthyPercent: one.minimumHealthyPercent,
            deploymentMaximumPercent: one.maximumPercent,
            deploymentConfiguration: strategy === undefined ? undefined : { strategy },
        };
        return { args, service: serviceOnPool(args) };
    };
    const problems = new Problems();
    const { args, service } = read(input);
    const others = other === undefined ? [] : [{ name: "other", service: read(other).service }];
    checkService(args, { name: "service", service }, others, problems);
    return problems.found.map(({ propertyPath }) => propertyPath);
}

/** Whether the rule finds something in the same service as a resource of a stack. */
function finds(rule: Rule, input: Input, other?: Input): boolean {
    const { poolTypes = types, maxSize = least.maxSize } = input;
    const pool = launching(...poolTypes).group;
    return (
        said(
            rule,
            ...[input, ...(other === undefined ? [] : [other])].flatMap((one, index) => resourcesOf(one, index)),
            ...capacity({ group: { ...pool, maxSize } }),
        ).length > 0
    );
}

function resourcesOf(input: Input, index: number): readonly SourceResource[] {
    const { hostPort, taskTypes, devices, memory, cpu } = { ...least, ...input };
    return [
        inferenceTask(`task-${index}`, {
            devices,
            hostPort: hostPort ?? 0,
            ...(input.cores && { containerDefinitions: modelOnly(devices, input.cores), volumes: [] }),
            ...(input.protocol && { protocol: input.protocol }),
            memory: `${memory}`,
            cpu: `${cpu}`,
            placementConstraints: taskTypes === undefined ? [] : [placedOn(...taskTypes)],
        }),
        inferenceService(`service-${index}`, `task-${index}`, {
            placementConstraints: [onePerInstance],
            desiredCount: input.desiredCount,
            deploymentMinimumHealthyPercent: input.minimumHealthyPercent,
            deploymentMaximumPercent: input.maximumPercent,
            deploymentConfiguration: input.strategy === undefined ? undefined : { strategy: input.strategy },
        }),
    ];
}

const modelOnly = (visibleDevices: string, cores: object) =>
    inputContainers({
        ...libnrt,
        instanceTypes: types,
        containers: [{ name: "bert", image: "bert:1", visibleDevices, ...cores }],
    });

const port = { hostPort: 80 };
const [some, others] = [{ cores: { cores: "0-1" } }, { cores: { cores: "2-3" } }];
const number = (numCores: number) => ({ devices: "0", cores: { numCores }, taskTypes: types });

describe("A component and a rule answer alike", () => {
    const cases: [string, Rule, Input, string | undefined, Input?][] = [
        ["on memory that an instance registers", neuronTaskFits, { memory: 48384 }, undefined],
        ["on memory that none registers", neuronTaskFits, { memory: 48385 }, "task.memory"],
        ["on CPU units that an instance has", neuronTaskFits, { cpu: 24576 }, undefined],
        ["on CPU units that none has", neuronTaskFits, { cpu: 24577 }, "task.cpu"],
        ["on devices that the instances have", neuronDevicesExist, { devices: "2,3" }, undefined],
        ["on a device that they do not have", neuronDevicesExist, { devices: "3,4" }, "task.visibleDevices"],
        ["on a task that is placed on the pool", neuronPlacement, { taskTypes: ["inf1.6xlarge"] }, undefined],
        ["on one that never is", neuronPlacement, { taskTypes: ["inf1.xlarge"] }, "task.instanceTypes"],
        ["on an instance to spare", staticHostPortDeployment, { ...port, desiredCount: 2, maxSize: 3 }, undefined],
        ["on no instance to spare", staticHostPortDeployment, { ...port, desiredCount: 2, maxSize: 2 }, "pool.maxSize"],
        [
            "on no instance to spare where a task is stopped first",
            staticHostPortDeployment,
            { ...port, desiredCount: 2, maxSize: 2, minimumHealthyPercent: 50 },
            undefined,
        ],
        [
            "on a percent that rounds to no task",
            staticHostPortDeployment,
            { ...port, desiredCount: 2, maxSize: 2, minimumHealthyPercent: 51 },
            "pool.maxSize",
        ],
        [
            "on twice the instances where new tasks all run beside the old ones",
            staticHostPortDeployment,
            { ...port, desiredCount: 2, maxSize: 4, strategy: "BLUE_GREEN" },
            undefined,
        ],
        [
            "on fewer than twice the instances there",
            staticHostPortDeployment,
            { ...port, desiredCount: 2, maxSize: 3, strategy: "BLUE_GREEN" },
            "pool.maxSize",
        ],
        ["on two that take other cores of one device", oneInferenceTaskPerInstance, some, undefined, others],
        ["on two that take one core", oneInferenceTaskPerInstance, some, "pool", { cores: { cores: "1" } }],
        ["on two of which one takes all cores", oneInferenceTaskPerInstance, some, "pool", { cores: {} }],
        ["on two that take as many cores as there are", libnrtDevices, number(3), undefined, number(1)],
        ["on two that take more", libnrtDevices, number(3), "pool", number(2)],
        ["on two services that want one device", oneInferenceTaskPerInstance, {}, "pool", {}],
        [
            "on two whose lists of devices overlap",
            oneInferenceTaskPerInstance,
            { devices: "0,1" },
            "pool",
            { devices: "1,2" },
        ],
        ["on two with other devices", oneInferenceTaskPerInstance, { devices: "0,1" }, undefined, { devices: "2,3" }],
        ["on two with one port of the instance", oneInferenceTaskPerInstance, port, undefined, port],
        [
            "on two with one port of different protocols",
            oneInferenceTaskPerInstance,
            port,
            "pool",
            { ...port, protocol: "udp" },
        ],
        ["on two with different ports", oneInferenceTaskPerInstance, port, "pool", { hostPort: 81 }],
    ];
    for (const [what, rule, input, path, other] of cases) {
        it(`${rule.name}: ${what}`, () =>
            assert.deepStrictEqual(
                [refused(input, other), finds(rule, input, other)],
                [path === undefined ? [] : [path], path !== undefined],
            ));
    }

    it("but the component refuses a task that only some of the pool's types can hold, as EC2 may choose the others", () =>
        assert.deepStrictEqual(
            (["inf1.6xlarge", "inf1.24xlarge"] as const).map((largest) => {
                const input: Input = { poolTypes: ["inf1.6xlarge", largest], memory: 50000 };
                return [refused(input), finds(neuronTaskFits, input)];
            }),
            [
                [["task.memory"], true],
                [["task.memory"], false],
            ],
        ));
});
