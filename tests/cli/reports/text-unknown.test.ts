import assert from "node:assert/strict";
import { Workspace } from "../command";
import { cloudFormation, rightDefinition } from "../definitions";

describe("ecs-inferentia check, an unknown value for people,", () => {
    let workspace: Workspace;
    const lines = (...args: string[]) => workspace.checkLines(...args);

    beforeEach(() => (workspace = new Workspace()));
    afterEach(() => workspace.remove());

    it("says what is not known in one line for a resource, and which rules wait for it when asked", () => {
        const unknown = cloudFormation(rightDefinition());
        const image = { Ref: "Image" };
        unknown.Resources.Bert.Properties = {
            ...(unknown.Resources.Bert.Properties as object),
            ContainerDefinitions: { "Fn::GetAtt": ["Other", "Containers"] },
        };
        workspace.write("template.json", { Parameters: { Image: { Type: "String" } }, image, ...unknown });
        const [line, blank, summary, ...more] = lines("template.json");
        const waiting = Number(/; (\d+) rules wait/.exec(line ?? "")?.[1]);
        assert.match(
            line ?? "",
            /^template\.json:\d+:\d+ {2}Bert {2}not known: containerDefinitions; \d+ rules wait for it \(--verbose names them\)$/,
        );
        assert.ok(waiting > 1);
        assert.deepStrictEqual([blank, more], ["", []]);
        assert.match(summary ?? "", /^1 file checked: 0 mandatory, 0 advisory, \d+ not decided$/);

        const verbose = lines("--verbose", "template.json");
        assert.equal(verbose.filter((one) => / waits for containerDefinitions$/.test(one)).length, waiting);
    });

    it("says what is not read in a value that is known", () => {
        const { containerDefinitions, ...rest } = rightDefinition();
        const [model, ...others] = [...containerDefinitions].sort(({ name }) => (name === "neuron-rtd" ? 1 : -1));
        const unread = { entryPoint: ["sh", "-c"], command: ["start() { neuron-rtd; }; start"] };
        workspace.write("task.json", { ...rest, containerDefinitions: [{ ...model, ...unread }, ...others] });
        assert.match(
            lines("task.json")[0] ?? "",
            /not known: containerDefinitions\[0\]\.command \(a function or arithmetic is not read\); \d+ rules? waits? for it/,
        );
    });
});
