import assert from "node:assert/strict";
import { componentContainers } from "../../../checks/stack/component";
import { readTask } from "../../../components/task-definition/task";
import { UNKNOWN } from "../../../ecs/known";
import { readTaskDefinition } from "../../../ecs/task/read-task-definition";
import { exact, sizeOf } from "../../../ecs/task/task-size";
import { minimal, model } from "./harness";

describe("The definition that a component's arguments make", () => {
    const pool = { clusterArn: UNKNOWN, runtime: "libnrt", instanceTypes: ["inf1.6xlarge"] };
    const cases: [string, object][] = [
        ["its own runtime", { runtime: "libnrt", visibleDevices: "0" }],
        ["the pool's runtime and types", { pool }],
        ["its own type, and the runtime of its own", { runtime: "libnrt", instanceType: "inf2.24xlarge" }],
        ["types that are not all known", { runtime: "libnrt", instanceTypes: [UNKNOWN, "inf2.xlarge"] }],
        ["the default runtime", {}],
        ["the default runtime of a pool that says nothing", { pool: { instanceTypes: ["inf1.xlarge"] } }],
        ["a daemon that is not known", { neuronRtd: UNKNOWN }],
        ["an instance of its own", { instanceType: "inf1.xlarge", takesInstance: true }],
        ["devices that are not known", { runtime: "libnrt", visibleDevices: UNKNOWN }],
    ];
    for (const [what, args] of cases) {
        it(`is read by rules from its inputs as by the component itself, with ${what}`, () => {
            const given = { containers: [model], ...args };
            assert.deepStrictEqual(
                readTaskDefinition({ containerDefinitions: componentContainers(given) }).containers,
                readTask(given as Parameters<typeof readTask>[0]).definition.containers,
            );
        });
    }
});

describe("The definition of a task that takes its instance", () => {
    const onInf1 = { ...minimal, instanceType: "inf1.xlarge", takesInstance: true };

    it("is read so by rules, and is not known while the types are not", () => {
        const sizeFor = (args: object) => {
            const { memoryMiB, cpuUnits } = sizeOf(readTask(args).definition);
            return [memoryMiB, cpuUnits];
        };
        assert.deepStrictEqual(sizeFor(onInf1).map(exact), [6912, 3840]);
        assert.deepStrictEqual(sizeFor({ ...onInf1, instanceType: UNKNOWN }), [
            { least: 0, unknown: ["memory"] },
            { least: 0, unknown: ["cpu"] },
        ]);
        assert.deepStrictEqual(sizeFor({ ...onInf1, takesInstance: UNKNOWN }), [
            { least: 0, unknown: ["memory"] },
            { least: 0, unknown: ["cpu"] },
        ]);
    });
});
