import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { TaskDefinitionArgs } from "../../../components/task-definition/args/task-definition";
import { TaskDefinition } from "../../../components/task-definition/task-definition";
import { children, register, type Registered } from "../mocked-engine";
import { containers, model, taskDefinition } from "../task-definition/harness";
import { unknownText } from "../validation/unknown-text";

describe("whenValid", () => {
    it("accepts an argument that a preview does not know", async () => {
        const program = () => new TaskDefinition("inference", { containers: [{ ...model, image: unknownText() }] });
        const registered = children(await register(program, undefined, true));
        assert.deepStrictEqual(
            registered.filter(({ type }) => type !== "aws:s3/bucket:Bucket").map(({ name }) => name),
            ["inference-execution-policy", "inference-execution-role", "inference-logs", "inference-task"],
        );
    });

    it("refuses a wrong output beside an unknown one before the component registers a child", async () => {
        let registered: readonly Registered[] = [];
        const program = () =>
            new TaskDefinition("inference", {
                containers: [{ ...model, image: unknownText() }],
                visibleDevices: unknownText(),
                neuronRtd: { socket: { containerPath: pulumi.output("relative") } },
            });
        await assert.rejects(
            register(program, (so) => (registered = children(so)), true),
            {
                message:
                    'TaskDefinition "inference" has a wrong argument:\n' +
                    '  - neuronRtd.socket.containerPath is "relative", but must be an absolute path of letters, digits and ' +
                    "any of . _ -, without a slash at its end",
            },
        );
        assert.deepStrictEqual(
            registered.filter(({ type }) => type !== "aws:s3/bucket:Bucket"),
            [],
        );
    });

    it("holds back what reads an output until the output is checked", async () => {
        const slow = new Promise<string>((resolve) => setTimeout(() => resolve("bert:1"), 50));
        const program = () =>
            new TaskDefinition("inference", {
                containers: [{ ...model, image: slow, secrets: pulumi.output({}) as never }],
                taskRoleStatements: pulumi.output([5]) as never,
            });
        await assert.rejects(register(program), {
            message:
                'TaskDefinition "inference" has 2 wrong arguments:\n' +
                "  - containers[0].secrets is an object, but must be a list of secrets\n" +
                "  - taskRoleStatements[0] is a number, but must be a statement, an object",
        });
    });
});

/** The members of arguments that are one output, each an output. */
function eachMember(args: object): object {
    const members = ["containers", "sidecars", "neuronRtd", "volumes"];
    return Object.fromEntries(members.map((name) => [name, (args as Record<string, unknown>)[name]]));
}

describe("A member of AWS's structures that TaskDefinition does not know", () => {
    const withNews = (news: object) => ({
        containers: [
            {
                ...model,
                ...news,
                portMappings: [{ containerPort: 8501, ...news }],
                linuxParameters: { ...news, capabilities: { add: ["SYS_PTRACE"], ...news } },
                healthCheck: { command: ["CMD", "true"], ...news },
            },
        ],
        sidecars: [{ name: "logs", image: "logs:1", memory: 64, ...news }],
        neuronRtd: news,
        volumes: [{ name: "models", ...news }],
    });
    const paths = [
        ["containers[0]", "a model container"],
        ["containers[0].portMappings[0]", "a port mapping"],
        ["containers[0].linuxParameters", "the Linux options of a container"],
        ["containers[0].linuxParameters.capabilities", "the capabilities of a container"],
        ["containers[0].healthCheck", "a health check"],
        ["sidecars[0]", "a sidecar"],
        ["neuronRtd", "the daemon"],
        ["volumes[0]", "a volume"],
    ] as const;
    const warning = (path: string, what: string) =>
        `TaskDefinition "inference": ${path}.quux is no member of ${what} that this version of ` +
        "pulumi-ecs-inferentia knows, and is passed on unchecked; if it is misspelt, correct it";
    const all = paths.map(([path, what]) => warning(path, what)).sort();

    for (const [how, args] of [
        ["written out", withNews({ quux: { deep: 1 } })],
        ["an output", withNews({ quux: pulumi.output({ deep: 1 }) })],
        ["in outputs", pulumi.output(withNews({ quux: { deep: 1 } })) as object],
    ] as const) {
        it(`is warned of once, and passed on, ${how}`, async () => {
            const warnings: string[] = [];
            const whole: object = pulumi.Output.isInstance(args) ? eachMember(args) : args;
            const resources = children(
                await register(() => new TaskDefinition("inference", whole as TaskDefinitionArgs), undefined, false, {
                    warnings,
                }),
            );
            assert.deepStrictEqual(warnings.sort(), all);
            const [served, logs, daemon] = containers(resources);
            const { portMappings, linuxParameters, healthCheck } = served as Record<string, Record<string, unknown>>;
            const news = [
                served,
                (portMappings as unknown as object[])[0],
                linuxParameters,
                linuxParameters?.["capabilities"],
                healthCheck,
                logs,
                daemon,
                (taskDefinition(resources)["volumes"] as object[])[1],
            ].map((one) => (one as Record<string, unknown>)["quux"]);
            assert.deepStrictEqual(news, Array<unknown>(paths.length).fill({ deep: 1 }));
        });
    }
});
