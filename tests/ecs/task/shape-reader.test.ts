import assert from "node:assert/strict";
import { defaultOptions, Scope } from "../../../checks/configuration/options";
import { judgeTask } from "../../../checks/judge/judge-task";
import { taskRules } from "../../../checks/rules";
import { readTaskDefinition } from "../../../ecs/task/read-task-definition";
import { propertyText } from "../../../checks/phrasing/property-text";

const canary = "s3cr3t";
const container = { name: "bert", image: "bert:1", environment: [{ name: "PASSWORD", value: canary }] };
const withContainer = (change: object) => ({ containerDefinitions: [{ ...container, ...change }] });
const withText = (containerDefinitions: unknown) => ({ containerDefinitions });

describe("A task definition of the wrong shape", () => {
    const wrong: [string, unknown, [path: string, reason: string][]][] = [
        ["is no object", "definition", [["", "is a string, but must be an object"]]],
        ["is nothing", undefined, [["", "is missing"]]],
        ["is a list", [], [["", "is a list, but must be an object"]]],
        ["has no container definitions", {}, [["containerDefinitions", "is missing"]]],
        [
            "has text that is not JSON",
            withText(`[{"password":"${canary}"`),
            [["containerDefinitions", "is not JSON, but must be a JSON list of container definitions"]],
        ],
        [
            "has empty text",
            withText(""),
            [["containerDefinitions", "is not JSON, but must be a JSON list of container definitions"]],
        ],
        ["has the JSON text null", withText("null"), [["containerDefinitions", "is missing"]]],
        [
            "has a JSON object",
            withText(JSON.stringify(container)),
            [["containerDefinitions", "is an object, but must be a list"]],
        ],
        [
            "has a JSON text of text",
            withText(JSON.stringify(JSON.stringify([container]))),
            [["containerDefinitions", "is a string, but must be a list"]],
        ],
        ["has a number", withText(7), [["containerDefinitions", "is a number, but must be a list"]]],
        [
            "has no container",
            withText("[]"),
            [["containerDefinitions", "is empty, but must be a list of container definitions"]],
        ],
        [
            "has a text in a container's place",
            withText([canary]),
            [["containerDefinitions[0]", "is a string, but must be an object"]],
        ],
        ["has null in a container's place", withText([container, null]), [["containerDefinitions[1]", "is missing"]]],
        [
            "has a container without a name",
            withContainer({ name: undefined }),
            [["containerDefinitions[0].name", "is missing"]],
        ],
        [
            "has a container without an image",
            withContainer({ image: null }),
            [["containerDefinitions[0].image", "is missing"]],
        ],
        [
            "has a name that is no text",
            withContainer({ name: 7 }),
            [["containerDefinitions[0].name", "is a number, but must be a string"]],
        ],
        [
            "has an environment that is an object",
            withContainer({ environment: { PASSWORD: canary } }),
            [["containerDefinitions[0].environment", "is an object, but must be a list"]],
        ],
        [
            "has a variable that is a text",
            withContainer({ environment: [`PASSWORD=${canary}`] }),
            [["containerDefinitions[0].environment[0]", "is a string, but must be an object"]],
        ],
        [
            "has a variable whose value is a number",
            withContainer({ environment: [{ name: "N", value: 7 }] }),
            [["containerDefinitions[0].environment[0].value", "is a number, but must be a string"]],
        ],
        [
            "has a command that is a text",
            withContainer({ command: canary }),
            [["containerDefinitions[0].command", "is a string, but must be a list"]],
        ],
        [
            "has a command with a number",
            withContainer({ command: ["sleep", 7] }),
            [["containerDefinitions[0].command[1]", "is a number, but must be a string"]],
        ],
        [
            "has a flag that is a text",
            withContainer({ essential: "yes" }),
            [["containerDefinitions[0].essential", "is a string, but must be true or false"]],
        ],
        [
            "has capabilities that are a list",
            withContainer({ linuxParameters: { capabilities: ["SYS_ADMIN"] } }),
            [["containerDefinitions[0].linuxParameters.capabilities", "is a list, but must be an object"]],
        ],
        [
            "has a port that is a text",
            withContainer({ portMappings: [{ containerPort: "http" }] }),
            [["containerDefinitions[0].portMappings[0].containerPort", "is a string, but must be a number"]],
        ],
        [
            "has Linux parameters that are a text",
            withContainer({ linuxParameters: canary }),
            [["containerDefinitions[0].linuxParameters", "is a string, but must be an object"]],
        ],
        [
            "has added capabilities that are a text",
            withContainer({ linuxParameters: { capabilities: { add: canary } } }),
            [["containerDefinitions[0].linuxParameters.capabilities.add", "is a string, but must be a list"]],
        ],
        [
            "has devices that are a text",
            withContainer({ linuxParameters: { devices: canary } }),
            [["containerDefinitions[0].linuxParameters.devices", "is a string, but must be a list"]],
        ],
        [
            "has a health check that is a text",
            withContainer({ healthCheck: canary }),
            [["containerDefinitions[0].healthCheck", "is a string, but must be an object"]],
        ],
        [
            "has an entry point that is a text",
            withContainer({ entryPoint: canary }),
            [["containerDefinitions[0].entryPoint", "is a string, but must be a list"]],
        ],
        [
            "has a port with a digit behind others",
            withContainer({ portMappings: [{ containerPort: "x80" }] }),
            [["containerDefinitions[0].portMappings[0].containerPort", "is a string, but must be a number"]],
        ],
        [
            "has a port with digits before others",
            withContainer({ portMappings: [{ containerPort: "80x" }] }),
            [["containerDefinitions[0].portMappings[0].containerPort", "is a string, but must be a number"]],
        ],
        [
            "has a network mode that is a number",
            { ...withContainer({}), networkMode: 7 },
            [["networkMode", "is a number, but must be a string"]],
        ],
        [
            "has compatibilities that are a text",
            { ...withContainer({}), requiresCompatibilities: "EC2" },
            [["requiresCompatibilities", "is a string, but must be a list"]],
        ],
        [
            "has a volume whose host is a text",
            { ...withContainer({}), volumes: [{ name: "sock", host: canary }] },
            [["volumes[0].host", "is a string, but must be an object"]],
        ],
        [
            "has a volume whose path in host is a number",
            { ...withContainer({}), volumes: [{ name: "sock", host: { sourcePath: 7 } }] },
            [["volumes[0].host.sourcePath", "is a number, but must be a string"]],
        ],
        [
            "has a volume whose path is a number",
            { ...withContainer({}), volumes: [{ name: "sock", hostPath: 7 }] },
            [["volumes[0].hostPath", "is a number, but must be a string"]],
        ],
        [
            "has volumes that are an object",
            { ...withContainer({}), volumes: { name: "sock" } },
            [["volumes", "is an object, but must be a list"]],
        ],
        [
            "has several wrong places",
            { ...withContainer({ dependsOn: "neuron-rtd", mountPoints: [7] }), placementConstraints: "inf1" },
            [
                ["containerDefinitions[0].dependsOn", "is a string, but must be a list"],
                ["containerDefinitions[0].mountPoints[0]", "is a number, but must be an object"],
                ["placementConstraints", "is a string, but must be a list"],
            ],
        ],
    ];

    for (const [what, definition, problems] of wrong) {
        it(`that ${what} is said to, without its value`, () => {
            const task = readTaskDefinition(definition);
            assert.deepStrictEqual(
                task.problems.map((one) => [propertyText(one), one.reason]),
                problems,
            );
            assert.ok(!JSON.stringify(task.problems).includes(canary));
        });

        it(`that ${what} makes no rule throw`, () => {
            const task = readTaskDefinition(definition);
            for (const rule of taskRules) {
                assert.ok(
                    !judgeTask(rule, task, { ...defaultOptions, scope: Scope.All }).violations.some(({ problem }) =>
                        problem.includes("an error of its own"),
                    ),
                );
            }
        });
    }

    it("with flags and numbers as texts is right: CloudFormation takes them so", () => {
        const task = readTaskDefinition(
            withContainer({ essential: "false", portMappings: [{ containerPort: "80", hostPort: "0" }] }),
        );
        assert.deepStrictEqual(task.problems, []);
        const [only] = task.containers as unknown as [{ essential: boolean; portMappings: object[] }];
        assert.deepStrictEqual(
            [only.essential, only.portMappings],
            [false, [{ containerPort: 80, hostPort: 0, protocol: "tcp" }]],
        );
    });
});

describe("A rule that crashes", () => {
    it("refuses what it did not check, and says nothing of the error", () => {
        const task = readTaskDefinition({ containerDefinitions: [{ name: "neuron-rtd", image: "neuron-rtd" }] });
        const rule = {
            name: "crashing",
            summary: "",
            severity: "low",
            level: "mandatory",
            why: "",
            fix: "",
            sources: [],
            perTask: () => {
                throw new Error(canary);
            },
        } as const;
        assert.deepStrictEqual(judgeTask(rule, task), {
            violations: [
                {
                    path: ["containerDefinitions"],
                    subject: "the rule crashing",
                    problem: "could not judge this task definition, because of an error of its own",
                    requirement: "it is refused, because it was not checked",
                    remedy: "please report it",
                },
            ],
            undecided: [],
        });
    });
});
