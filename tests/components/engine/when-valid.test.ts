import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { TaskDefinition } from "../../../components/task-definition/task-definition";
import { children, register, type Registered } from "../mocked-engine";
import { unknownText } from "../validation/unknown-text";

const model = { name: "bert" };

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
