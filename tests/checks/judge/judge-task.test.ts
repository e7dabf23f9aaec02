import assert from "node:assert/strict";
import { defaultOptions, Scope } from "../../../checks/configuration/options";
import { Runtime } from "../../../contract";
import { judgeTask } from "../../../checks/judge/judge-task";
import { UNKNOWN } from "../../../ecs/known";
import type { TaskParts, TaskRule } from "../../../checks/rules/rule";
import type { Path } from "../../../ecs/path";
import { propertyText } from "../../../checks/phrasing/property-text";
import { readTaskDefinition } from "../../../ecs/task/read-task-definition";

const text = { name: "told", summary: "", severity: "low", level: "mandatory", why: "", fix: "", sources: [] } as const;
const told = (part: string, path: Path) => [{ path, subject: part, problem: "is wrong", remedy: "correct it" }];

/** A rule whose parts say which they are, and of what. */
const every: Required<TaskParts> = {
    perDefinition: () => told("definition", []),
    perTask: () => told("task", []),
    perContainer: ({ path }) => told("container", path),
    perSidecar: ({ path }) => told("sidecar", path),
    perModel: ({ path }) => told("model", path),
};

const first = "containerDefinitions[0]";
const second = "containerDefinitions[1]";
const model = {
    name: "bert",
    image: "bert:1",
    environment: [{ name: "NEURON_RTD_ADDRESS", value: "unix:/sock/a.sock" }],
};
const daemon = { name: "neuron-rtd", image: "neuron-rtd:1" };
const web = { name: "web", image: "nginx:1" };
const unknown = { name: UNKNOWN, image: "example.org/app:1" };

function outcomeOf(
    parts: TaskParts,
    containerDefinitions: unknown,
    scope: Scope = defaultOptions.scope,
): { said: string[]; undecided: readonly string[] } {
    const rule: TaskRule = { ...text, ...parts };
    const task = readTaskDefinition({ containerDefinitions });
    const { violations, undecided } = judgeTask(rule, task, { ...defaultOptions, scope });
    return {
        said: violations.map((one) => `${one.subject} ${propertyText(one)}`.trim()),
        undecided: undecided.map(propertyText),
    };
}

const only = (...parts: (keyof TaskParts)[]): TaskParts => Object.fromEntries(parts.map((part) => [part, every[part]]));

describe("The parts of a rule are asked", () => {
    it("each about its own: the definition, the task, and each container in its role", () => {
        assert.deepStrictEqual(outcomeOf(every, [model, daemon]), {
            said: [
                "definition",
                `container ${first}`,
                `container ${second}`,
                "task",
                `sidecar ${second}`,
                `model ${first}`,
            ],
            undecided: [],
        });
    });

    it("about no model container where there is no sidecar, or more than one", () => {
        assert.deepStrictEqual(outcomeOf(only("perModel"), [model]), { said: [], undecided: [] });
        assert.deepStrictEqual(
            outcomeOf(only("perModel", "perSidecar"), [model, daemon, { ...daemon, name: "other" }]),
            {
                said: [`sidecar ${second}`, "sidecar containerDefinitions[2]"],
                undecided: [],
            },
        );
    });

    it("about a definition that is not for inference only where all are in scope", () => {
        assert.deepStrictEqual(outcomeOf(only("perDefinition"), [web]), { said: [], undecided: [] });
        assert.deepStrictEqual(outcomeOf(only("perDefinition"), [web], Scope.Auto), { said: [], undecided: [] });
        assert.deepStrictEqual(outcomeOf(only("perDefinition"), [web], Scope.All), {
            said: ["definition"],
            undecided: [],
        });
    });
});

describe("A rule about some runtimes", () => {
    const library = { ...web, linuxParameters: { devices: [{ hostPath: "/dev/neuron0" }] } };
    const said = (containers: object[], about: Runtime[], accepted: readonly Runtime[] = Object.values(Runtime)) => {
        const { violations, undecided } = judgeTask(
            { ...text, ...only("perDefinition"), runtimes: about },
            readTaskDefinition({ containerDefinitions: containers }),
            { ...defaultOptions, runtimes: accepted },
        );
        return [violations.length, undecided.map(propertyText)];
    };

    it("is asked about tasks that mean one of them", () => {
        assert.deepStrictEqual(said([library], [Runtime.Libnrt, Runtime.Managed]), [1, []]);
        assert.deepStrictEqual(said([library], [Runtime.NeuronRtd]), [0, []]);
    });

    it("is not asked where none of them is accepted", () => {
        assert.deepStrictEqual(said([library], [Runtime.Libnrt], [Runtime.NeuronRtd]), [0, []]);
        assert.deepStrictEqual(said([library], [Runtime.Libnrt, Runtime.Managed], [Runtime.Managed]), [1, []]);
    });

    it("is not decided while it is not known which one a task means", () =>
        assert.deepStrictEqual(said([{ ...library, resourceRequirements: UNKNOWN }], [Runtime.Libnrt]), [
            0,
            [`${first}.resourceRequirements`],
        ]));
});

describe("A rule that crashes", () => {
    it("refuses the task definition, which it did not check", () => {
        const crashing: TaskRule = {
            ...text,
            perDefinition: () => {
                throw new Error("s3cr3t");
            },
        };
        const task = readTaskDefinition({ containerDefinitions: [model] });
        assert.deepStrictEqual(judgeTask(crashing, task).violations, [
            {
                path: ["containerDefinitions"],
                subject: "the rule told",
                problem: "could not judge this task definition, because of an error of its own",
                requirement: "it is refused, because it was not checked",
                remedy: "please report it",
            },
        ]);
    });
});

describe("While the containers are not known", () => {
    const undecidedCases: [keyof TaskParts, string[], string[]][] = [
        ["perDefinition", ["definition"], []],
        ["perTask", [], ["containerDefinitions"]],
        ["perContainer", [], ["containerDefinitions"]],
        ["perSidecar", [], ["containerDefinitions"]],
        ["perModel", [], ["containerDefinitions"]],
    ];
    for (const [part, said, undecided] of undecidedCases) {
        it(`${part} ${undecided.length === 0 ? "says what it knows" : "does not decide"}`, () =>
            assert.deepStrictEqual(outcomeOf(only(part), UNKNOWN, Scope.All), { said, undecided }));
    }
});

describe("While it is not known which container is the sidecar", () => {
    const undecidedCases: [keyof TaskParts, string[], string[]][] = [
        ["perDefinition", ["definition"], []],
        ["perContainer", [`container ${first}`, `container ${second}`], []],
        ["perTask", [], [`${second}.name`]],
        ["perSidecar", [], [`${second}.name`]],
        ["perModel", [], [`${second}.name`]],
    ];
    for (const [part, said, undecided] of undecidedCases) {
        it(`${part} ${undecided.length === 0 ? "says what it knows" : "does not decide"}`, () =>
            assert.deepStrictEqual(outcomeOf(only(part), [model, unknown]), { said, undecided }));
    }
});

describe("While it is not known which containers serve a model", () => {
    const app = { name: "app", image: "example.org/app:1" };
    const containers = [{ ...app, environment: UNKNOWN }, daemon, app];
    const places = [first, "containerDefinitions[2]"];

    it("what is said of model containers is not decided, and all else is", () => {
        assert.deepStrictEqual(outcomeOf(only("perModel"), containers), { said: [], undecided: places });
        assert.deepStrictEqual(outcomeOf(only("perTask", "perSidecar"), containers), {
            said: ["task", `sidecar ${second}`],
            undecided: [],
        });
    });
});
