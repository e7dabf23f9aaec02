import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { awsOf, inventory } from "../../emulation/session";
import { describeOnTheEngine } from "./engine";
import { errors, Stack } from "./stack";

const programs = join(__dirname, "programs");
const gap =
    'visibleDevices is "0,2", but there is a gap between 0 and 2: the list must be contiguous; give ALL, or a ' +
    "contiguous ascending list of device indexes such as 0 or 0,1";

describeOnTheEngine("wrong arguments of a component that are outputs", (session) => {
    it("are refused at preview where they are known then", async () => {
        const stack = await Stack.make(session(), join(programs, "wrong-outputs"), "known-output");
        const preview = await stack.preview();
        assert.notEqual(preview.code, 0);
        assert.ok(
            errors(preview).includes(`TaskDefinition "from-an-output" has a wrong argument:\n  - ${gap}`),
            errors(preview),
        );
    });

    it("are refused by the update, before anything of the component is created, where they come from a resource", async () => {
        const stack = await Stack.make(session(), join(programs, "wrong-outputs"), "unknown-output");
        await stack.configure({ from: "resource" });
        const before = await inventory(awsOf(session()));
        assert.equal((await stack.preview()).code, 0);
        const up = await stack.up();
        assert.notEqual(up.code, 0);
        assert.ok(
            errors(up).includes(`TaskDefinition "from-a-resource" has a wrong argument:\n  - ${gap}`),
            errors(up),
        );
        const created = (await inventory(awsOf(session()))).filter((each) => !before.includes(each));
        assert.deepEqual(
            created.map((each) => each.replace(/-[0-9a-f]{7}$/, "")),
            ["log group chosen"],
        );
        const destroy = await stack.destroy();
        assert.equal(destroy.code, 0, errors(destroy));
    });
});

describeOnTheEngine("container definitions of the wrong shape", (session) => {
    let stack: Stack;

    before(async () => {
        stack = await Stack.make(session(), join(programs, "task-definitions"), "misshapen");
    });

    const refusal = async (containerDefinitions: unknown) => {
        const file = join(session().folder, "misshapen.json");
        writeFileSync(file, JSON.stringify({ web: { family: "web", containerDefinitions } }));
        const preview = await stack.preview([], { TASK_DEFINITIONS: file });
        assert.notEqual(preview.code, 0);
        return errors(preview);
    };

    const problem = (place: string, reason: string) =>
        `aws:ecs/taskDefinition:TaskDefinition resource 'web' has a problem: ${reason}. Examine values at ` +
        `'web.${place}'.`;

    it("are refused at preview, every place at once", async () => {
        const refused = (await refusal([{ name: "web", memoryMiB: 128 }])).split("\n").filter((line) => line !== "");
        assert.deepEqual(
            refused.map((line) => line.replace(/; known are [^.]*/, "")),
            [
                problem("containerDefinitions[0].memoryMiB", '"memoryMiB" is no input here (did you mean "memory"?)'),
                problem("containerDefinitions[0].image", '"image" is required and missing'),
            ],
        );
    });

    it("are refused at preview where they are no JSON, without a word of their text", async () => {
        assert.equal(
            (await refusal('[{"name": "web", "environment": [{"name": "PASSWORD", "value": "hunter2')).trim(),
            problem(
                "containerDefinitions",
                "is not JSON: give the list of container definitions through JSON.stringify",
            ),
        );
    });
});
