import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { registered, taskDefinition } from "./harness";

/** The resource's inputs as `register-task-definition` takes them. */
function asRegistered({ containerDefinitions, volumes, skipDestroy: _, ...others }: Record<string, unknown>): object {
    return {
        ...others,
        containerDefinitions: JSON.parse(containerDefinitions as string) as unknown,
        volumes: (volumes as { name: string; hostPath?: string }[]).map(({ name, hostPath }) => ({
            name,
            ...(hostPath && { host: { sourcePath: hostPath } }),
        })),
    };
}

/** ECS adds empty lists to what it is given; they mean the same as none. */
function withoutEmptyLists(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(withoutEmptyLists);
    }
    return typeof value !== "object" || value === null
        ? value
        : Object.fromEntries(
              Object.entries(value)
                  .filter(([, member]) => !(Array.isArray(member) && member.length === 0))
                  .map(([key, member]) => [key, withoutEmptyLists(member)]),
          );
}

describe("TaskDefinition, given the values of the Amazon ECS Developer Guide's example", () => {
    it("makes the example, and nothing besides", async () => {
        const resources = await registered({
            family: "ecs-neuron",
            executionRoleArn: "arn:aws:iam::123456789012:role/YOUR_EXECUTION_ROLE",
            containers: [
                {
                    name: "bert",
                    image: "YOUR_IMAGE",
                    entryPoint: ["sh", "-c"],
                    command: [
                        "tensorflow_model_server_neuron --port=8500 --rest_api_port=8501 --model_name=bert " +
                            "--model_base_path=/bert",
                    ],
                    portMappings: [
                        { containerPort: 8500, hostPort: 8500 },
                        { containerPort: 8501, hostPort: 8501 },
                        { containerPort: 80 },
                    ],
                },
            ],
            neuronRtd: { socket: { hostPath: "/tmp/sock" } },
            logging: false,
        });
        const example = readFileSync(join(__dirname, "..", "ecs-neuron.task-definition.json"), "utf8")
            .replace("${YOUR_EXECUTION_ROLE}", "arn:aws:iam::123456789012:role/YOUR_EXECUTION_ROLE")
            .replace("${YOUR_IMAGE}", "YOUR_IMAGE");
        assert.deepStrictEqual(
            withoutEmptyLists(asRegistered(taskDefinition(resources))),
            withoutEmptyLists(JSON.parse(example)),
        );
        assert.deepStrictEqual(
            resources.map(({ name }) => name),
            ["inference-task"],
        );
    });
});
