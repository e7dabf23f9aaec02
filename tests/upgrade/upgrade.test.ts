import assert from "node:assert/strict";
import { describeOnTheEngine } from "../engine/engine";
import { errors, Stack, steps } from "../engine/stack";
import { currentVersion, program, stackName, stateOf, versions } from "./recorded";

describeOnTheEngine("A stack that was deployed with an earlier version", (session) => {
    it("is on record for this version too", () => {
        assert.ok(versions.includes(currentVersion), `run npm run record-state: no state of ${currentVersion}`);
    });

    for (const version of versions) {
        it(`is kept by today's code: ${version}`, async () => {
            const stack = await Stack.make(session(), program, stackName);
            await stack.import(stateOf(version));
            const preview = await stack.preview();
            assert.deepEqual([preview.code, errors(preview)], [0, ""], preview.stdout);
            const lost = steps(preview).filter((step) => /^(?:delete|replace|create-replacement)/.test(step));
            assert.deepEqual(lost, []);
            await stack.forget();
        });
    }
});
