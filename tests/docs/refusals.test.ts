import assert from "node:assert/strict";
import { TaskDefinition, type TaskDefinitionArgs } from "../../components";
import { register } from "../components/mocked-engine";
import { textOf } from "./pages";

describe("The guide to the components", () => {
    it("shows the refusal of two wrong arguments as TaskDefinition says it", async () => {
        const args = {
            instanceType: "inf1.xlarge",
            visibleDevices: "0,1",
            containers: [{ name: "bert", image: "bert:1", enviroment: [] }],
        };
        const [, shown] = /^```\n(TaskDefinition .*?)\n```$/ms.exec(textOf("docs/guides/components.md")) ?? [];
        await assert.rejects(
            register(() => new TaskDefinition("bert", args as TaskDefinitionArgs)),
            { message: shown },
        );
    });
});
