import assert from "node:assert/strict";
import { join } from "node:path";
import { awsOf, inventory } from "../../emulation/session";
import { describeOnTheEngine } from "./engine";
import { changes, errors, Stack, steps } from "./stack";

const program = join(__dirname, "programs", "whole-service");

describeOnTheEngine("services and tasks with every argument that goes with the others", (session) => {
    let stack: Stack;
    let empty: readonly string[];

    before(async () => {
        stack = await Stack.make(session(), program, "whole-service");
        empty = await inventory(awsOf(session()));
    });

    it("are deployed", async () => {
        const up = await stack.up();
        assert.deepEqual([up.code, errors(up)], [0, ""]);
    });

    it("want no changes at the second preview, nor after a refresh, which finds what was deployed", async () => {
        const preview = await stack.preview(["--expect-no-changes"]);
        assert.deepEqual([preview.code, errors(preview), steps(preview)], [0, "", []], preview.stdout);
        const refresh = await stack.refresh();
        assert.deepEqual([refresh.code, errors(refresh), Object.keys(changes(refresh))], [0, "", ["same"]]);
        const later = await stack.preview(["--expect-no-changes"]);
        assert.deepEqual([later.code, errors(later), steps(later)], [0, "", []], later.stdout);
    });

    it("are destroyed to nothing", async () => {
        const destroy = await stack.destroy();
        assert.deepEqual([destroy.code, errors(destroy)], [0, ""]);
        assert.deepEqual(await inventory(awsOf(session())), empty);
    });
});
