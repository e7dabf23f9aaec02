import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import {
    inputContainers,
    inputPlacement,
    inputReservation,
    inputRuntime,
    inputSize,
    inputTypes,
    inputVolumes,
    type PlaceInputs,
} from "../../../ecs/render/definition";

describe("The runtime of a task definition", () => {
    const cases: [string, PlaceInputs, unknown][] = [
        ["its own", { runtime: "libnrt", pool: { runtime: "neuron-rtd" } }, "libnrt"],
        ["its own, whatever the pool is", { runtime: "libnrt", pool: UNKNOWN }, "libnrt"],
        ["its pool's", { pool: { runtime: "libnrt" } }, "libnrt"],
        ["the default", {}, "neuron-rtd"],
        ["the default, where the pool says nothing", { pool: {} }, "neuron-rtd"],
        ["neuron-rtd on Inf1", { instanceType: "inf1.xlarge" }, "neuron-rtd"],
        ["libnrt on Inf2", { instanceType: "inf2.xlarge" }, "libnrt"],
        ["libnrt on a pool of Inf2", { pool: { instanceTypes: ["inf2.xlarge", "inf2.8xlarge"] } }, "libnrt"],
        ["told by one type that is known", { instanceTypes: [UNKNOWN, "inf2.xlarge"] }, "libnrt"],
        ["not known where no type is", { instanceTypes: [UNKNOWN] }, UNKNOWN],
        ["not known where the types are not", { instanceTypes: UNKNOWN }, UNKNOWN],
        ["not known where its own is not", { runtime: UNKNOWN, pool: { runtime: "libnrt" } }, UNKNOWN],
        ["not known where the pool's is not", { pool: { runtime: UNKNOWN } }, UNKNOWN],
        ["not known where the pool is not", { pool: UNKNOWN }, UNKNOWN],
        ["not known where the pool is not, whatever its type", { instanceType: "inf2.xlarge", pool: UNKNOWN }, UNKNOWN],
        ["not known where it is none", { runtime: "cuda" }, UNKNOWN],
    ];
    for (const [what, inputs, expected] of cases) {
        it(`is ${what}`, () => assert.equal(inputRuntime(inputs), expected));
    }
});

describe("The instance types of a task definition", () => {
    const pool = { instanceTypes: ["inf2.xlarge"] };
    const cases: [string, PlaceInputs, unknown][] = [
        ["its own one", { instanceType: "inf1.xlarge", pool }, ["inf1.xlarge"]],
        ["its own ones", { instanceTypes: ["inf1.xlarge", UNKNOWN], pool }, ["inf1.xlarge", UNKNOWN]],
        ["its pool's", { pool }, ["inf2.xlarge"]],
        ["not said", {}, undefined],
        ["not said by its pool", { pool: {} }, undefined],
        ["not known where its own are not", { instanceTypes: UNKNOWN, pool }, UNKNOWN],
        ["not known where its own one is not", { instanceType: UNKNOWN, pool }, [UNKNOWN]],
        ["not known where the pool is not", { pool: UNKNOWN }, UNKNOWN],
        ["not known where it is none", { instanceType: "m5.xlarge" }, [UNKNOWN]],
    ];
    for (const [what, inputs, expected] of cases) {
        it(`are ${what}`, () => assert.deepStrictEqual(inputTypes(inputs), expected));
    }
});

describe("The placement of a task definition", () => {
    const on = (expression: string) => [{ type: "memberOf", expression: `attribute:ecs.instance-type ${expression}` }];
    const cases: [string, PlaceInputs, unknown][] = [
        ["on its type", { instanceType: "inf1.xlarge" }, on("== inf1.xlarge")],
        [
            "on each of its types",
            { instanceTypes: ["inf1.xlarge", "inf1.2xlarge"] },
            on("in [inf1.xlarge, inf1.2xlarge]"),
        ],
        ["left to the service without types", {}, []],
        ["not known where a type is not", { instanceTypes: ["inf1.xlarge", UNKNOWN] }, [UNKNOWN]],
        ["not known where the types are not", { pool: UNKNOWN }, [UNKNOWN]],
    ];
    for (const [what, inputs, expected] of cases) {
        it(`is ${what}`, () => assert.deepStrictEqual(inputPlacement(inputs), expected));
    }
});

describe("The size of a task definition", () => {
    const on = { instanceType: "inf1.xlarge", takesInstance: true };
    const cases: [string, Parameters<typeof inputSize>[0], unknown, unknown][] = [
        ["its own", { memory: "2048", cpu: "1024" }, "2048", "1024"],
        ["none by default", {}, undefined, undefined],
        ["what its instance has, less what is left for others", on, "6912", "3840"],
        ["what its instance has, less what it says", { ...on, leavesMemory: 1024, leavesCpu: 0 }, "6400", "4096"],
        ["its own, where its types are not told", { takesInstance: true, memory: "2048" }, "2048", undefined],
        [
            "its own, where it names no types",
            { ...on, instanceType: undefined, instanceTypes: [] },
            undefined,
            undefined,
        ],
        ["not known where its types are not", { takesInstance: true, pool: UNKNOWN, cpu: "1" }, UNKNOWN, "1"],
        ["not known where a type is not", { ...on, instanceType: UNKNOWN }, UNKNOWN, UNKNOWN],
        ["not known where what it leaves is not", { ...on, leavesMemory: UNKNOWN }, UNKNOWN, UNKNOWN],
        ["not known where the CPU that it leaves is not", { ...on, leavesCpu: UNKNOWN }, UNKNOWN, UNKNOWN],
        ["not known while it may take its instance", { takesInstance: UNKNOWN, memory: "2048" }, "2048", UNKNOWN],
    ];
    for (const [what, inputs, memory, cpu] of cases) {
        it(`is ${what}`, () => assert.deepStrictEqual(inputSize(inputs), { memory, cpu }));
    }

    it("is not said where nothing says on which types it runs", () =>
        assert.deepStrictEqual([inputReservation({}), inputReservation({ pool: UNKNOWN })], [undefined, UNKNOWN]));
});

describe("The containers of a task definition", () => {
    const containers = [{ name: "bert", image: "bert:1" }];
    const names = (inputs: object) =>
        inputContainers({ containers, ...inputs }).map((one) => (one === UNKNOWN ? one : one.name));
    const cases: [string, object, unknown][] = [
        ["with a daemon for neuron-rtd", {}, ["bert", "neuron-rtd"]],
        ["without one for libnrt", { runtime: "libnrt" }, ["bert"]],
        ["with a daemon that may be, where the runtime is not known", { runtime: UNKNOWN }, ["bert", "neuron-rtd"]],
        [
            "with their sidecars, where the runtime is not known",
            { runtime: UNKNOWN, sidecars: [{ name: "logs", image: "logs:1" }] },
            ["bert", "logs", "neuron-rtd"],
        ],
        ["before those that are not known", { sidecars: UNKNOWN }, ["bert", UNKNOWN, "neuron-rtd"]],
        ["not known where they are not", { containers: UNKNOWN, runtime: "libnrt" }, [UNKNOWN]],
    ];
    for (const [what, inputs, expected] of cases) {
        it(`are ${what}`, () => assert.deepStrictEqual(names(inputs), expected));
    }
});

describe("The volumes of a task definition", () => {
    const cases: [string, Parameters<typeof inputVolumes>[0], unknown][] = [
        ["that of the daemon's socket", {}, [{ name: "sock" }]],
        [
            "that of the socket, which may be any",
            { neuronRtd: UNKNOWN },
            [{ name: UNKNOWN, host: { sourcePath: UNKNOWN } }],
        ],
        ["none for libnrt", { runtime: "libnrt" }, []],
        ["the socket's, where the runtime is not known", { runtime: UNKNOWN }, [{ name: "sock" }]],
    ];
    for (const [what, inputs, expected] of cases) {
        it(`are ${what}`, () => assert.deepStrictEqual(inputVolumes(inputs), expected));
    }
});
