import assert from "node:assert/strict";
import { Undecided, UNKNOWN } from "../../../ecs/known";
import type { Path } from "../../../ecs/path";
import { readTaskDefinition } from "../../../ecs/task/read-task-definition";
import { imageMisfit, misfits, typesThatFit, type Misfit } from "../../../ecs/task/task-fit";
import type { TaskDefinition } from "../../../ecs/task/task-definition";
import { propertyText } from "../../../checks/phrasing/property-text";

/** What is found, and then the path of what is not decided. */
function found(task: object, ...types: string[]): (Misfit | string)[] {
    return foundBy(task, (definition) => misfits(definition, types));
}

function foundBy(task: object, find: (definition: TaskDefinition) => Iterable<Misfit>): (Misfit | string)[] {
    const all: (Misfit | string)[] = [];
    try {
        const definition = readTaskDefinition({ containerDefinitions: [{ name: "c", image: "c" }], ...task });
        for (const one of find(definition)) {
            all.push(one);
        }
    } catch (error) {
        assert.ok(error instanceof Undecided);
        all.push(...error.values.map(propertyText));
    }
    return all;
}

const memory = (path: string, least: number, offered: number, unknown?: Path): Misfit => ({
    kind: "memory",
    path: [path],
    asked: { least, ...(unknown !== undefined && { unknown }) },
    offered,
});
const cpu = (path: string, least: number, offered: number): Misfit => ({
    kind: "cpu",
    path: [path],
    asked: { least },
    offered,
});
const arm: Misfit = { kind: "architecture", path: ["runtimePlatform", "cpuArchitecture"] };
const windows: Misfit = { kind: "operatingSystem", path: ["runtimePlatform", "operatingSystemFamily"] };
const platform = (cpuArchitecture: unknown, operatingSystemFamily: unknown) => ({
    runtimePlatform: { cpuArchitecture, operatingSystemFamily },
});
const container = (rest: object) => ({ containerDefinitions: [{ name: "c", image: "c", ...rest }] });

describe("A task and the instances on which it may start", () => {
    const cases: [string, object, string[], (Misfit | string)[]][] = [
        ["fit when it says nothing", {}, ["inf1.xlarge"], []],
        ["fit when it asks for all that one registers", { memory: 8064, cpu: 4096 }, ["inf1.xlarge"], []],
        ["do not fit when it asks for more memory", { memory: 8065 }, ["inf1.xlarge"], [memory("memory", 8065, 8064)]],
        [
            "do not fit when it asks for more CPU",
            { memory: 8064, cpu: 4097 },
            ["inf1.xlarge"],
            [cpu("cpu", 4097, 4096)],
        ],
        [
            "do not fit when its containers ask for more memory",
            container({ memory: 8065 }),
            ["inf1.xlarge"],
            [memory("containerDefinitions", 8065, 8064)],
        ],
        [
            "do not fit when its containers ask for more CPU",
            { ...container({ cpu: 4097 }), memory: 1 },
            ["inf1.xlarge"],
            [cpu("containerDefinitions", 4097, 4096)],
        ],
        ["fit when one of the types holds it", { memory: 9000 }, ["inf1.xlarge", "inf1.2xlarge"], []],
        [
            "do not fit when the largest does not hold it",
            { memory: 50000 },
            ["inf1.xlarge", "inf1.6xlarge", "inf1.2xlarge"],
            [memory("memory", 50000, 48384)],
        ],
        [
            "fit when the type with less memory has the CPU",
            { memory: 1000, cpu: 20480 },
            ["trn2.3xlarge", "inf1.6xlarge"],
            [],
        ],
        [
            "are not checked when one type is not known",
            { memory: 9000, ...platform("ARM64", undefined) },
            ["inf1.xlarge", "inf3.xlarge"],
            [],
        ],
        ["are not checked when there is none", { memory: 9000, ...platform("ARM64", undefined) }, [], []],
        ["do not fit when it needs ARM", platform("ARM64", "LINUX"), ["inf1.xlarge"], [arm]],
        [
            "do not fit when it needs Windows",
            platform("X86_64", "WINDOWS_SERVER_2022_CORE"),
            ["inf1.xlarge"],
            [windows],
        ],
        ["fit when it needs what they have", platform("X86_64", "LINUX"), ["inf1.xlarge"], []],
        [
            "do not fit in two ways",
            { memory: 9000, ...platform("ARM64", undefined) },
            ["inf1.xlarge"],
            [arm, memory("memory", 9000, 8064)],
        ],
    ];
    for (const [what, task, types, expected] of cases) {
        it(what, () => assert.deepStrictEqual(found(task, ...types), expected));
    }

    const undecidedCases: [string, object, (Misfit | string)[]][] = [
        ["platform", { runtimePlatform: UNKNOWN }, ["runtimePlatform"]],
        ["architecture", platform(UNKNOWN, "WINDOWS"), ["runtimePlatform.cpuArchitecture"]],
        ["operating system", platform("X86_64", UNKNOWN), ["runtimePlatform.operatingSystemFamily"]],
        ["memory", { memory: UNKNOWN }, ["memory"]],
        [
            "platform, though its memory is too much",
            { memory: 9000, runtimePlatform: UNKNOWN },
            [memory("memory", 9000, 8064), "runtimePlatform"],
        ],
        ["memory, though its platform is wrong", { memory: UNKNOWN, ...platform("ARM64", undefined) }, [arm, "memory"]],
        [
            "the memory of a container, though another one's is too much",
            {
                containerDefinitions: [
                    { name: "c", image: "c", memory: 9000 },
                    { name: "d", image: "d", memory: UNKNOWN },
                ],
            },
            [memory("containerDefinitions", 9000, 8064, ["containerDefinitions", 1, "memory"])],
        ],
        [
            "the memory of a container, though the CPU is too much",
            container({ memory: UNKNOWN, cpu: 4097 }),
            [cpu("containerDefinitions", 4097, 4096)],
        ],
        ["platform and memory", { memory: UNKNOWN, runtimePlatform: UNKNOWN }, ["runtimePlatform", "memory"]],
    ];
    for (const [what, task, expected] of undecidedCases) {
        it(`are not decided while this of the task is not known: ${what}`, () =>
            assert.deepStrictEqual(found(task, "inf1.xlarge"), expected));
    }

    it("are left alone by an error that is none of what is not known", () => {
        const broken = Object.defineProperty({ ...readTaskDefinition({}) }, "runtimePlatform", {
            get: () => {
                throw new RangeError("broken");
            },
        });
        assert.throws(() => [...misfits(broken, ["inf1.xlarge"])], RangeError);
    });
});

describe("A task with an image of AWS's for Neuron", () => {
    const neuron = "public.ecr.aws/neuron/pytorch-inference-neuronx:2.1.2-neuronx-py310-sdk2.20.0-ubuntu20.04";
    const needs = platform("ARM64", "LINUX");
    const images = (...names: unknown[]) => ({ containerDefinitions: names.map((image) => ({ name: "c", image })) });
    const cases: [string, object, (Misfit | string)[]][] = [
        ["never starts when it needs ARM", { ...images(neuron), ...needs }, [arm]],
        ["never starts beside another image when it needs ARM", { ...images("c", neuron), ...needs }, [arm]],
        ["is none by another image", { ...images("c"), ...needs }, []],
        ["is not known by an image that is not", { ...images("c", UNKNOWN), ...needs }, ["containerDefinitions"]],
        ["is told beside an image that is not known", { ...images(UNKNOWN, neuron), ...needs }, [arm]],
        ["starts on what there is, whatever its image is", { ...images(UNKNOWN), ...platform("X86_64", "LINUX") }, []],
        [
            "is not decided while its platform is not",
            { ...images(neuron), runtimePlatform: UNKNOWN },
            ["runtimePlatform"],
        ],
        ["is none by another image, whatever its platform is", { ...images("c"), runtimePlatform: UNKNOWN }, []],
    ];
    for (const [what, task, expected] of cases) {
        it(what, () => assert.deepStrictEqual(foundBy(task, imageMisfit), expected));
    }
});

describe("The types with room for a task", () => {
    const types = ["inf2.xlarge", "inf2.8xlarge", "trn9.xlarge"];
    const fitting = (memory: number, among: readonly string[]) =>
        typesThatFit(readTaskDefinition(container({ memory })), among);

    it("are those that may hold it, with those of which nothing is known", () =>
        assert.deepStrictEqual(fitting(60000, types), ["inf2.8xlarge", "trn9.xlarge"]));
    it("are all where none has room", () =>
        assert.deepStrictEqual(fitting(60000, ["inf1.xlarge", "inf2.xlarge"]), ["inf1.xlarge", "inf2.xlarge"]));
});
