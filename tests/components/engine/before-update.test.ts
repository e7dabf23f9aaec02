import assert from "node:assert/strict";
import type { ResourceHook, ResourceHookArgs } from "@pulumi/pulumi";
import { getMonitor } from "@pulumi/pulumi/runtime";
import { beforeUpdate } from "../../../components/engine/before-update";
import { register } from "../mocked-engine";

/** The hooks that a program makes with an engine that takes hooks, which the mocks do not. */
async function hooksOf(program: () => void): Promise<void> {
    await register(() => {
        (getMonitor() as unknown as Record<string, unknown>)["registerResourceHook"] = (
            _request: unknown,
            done: (error: null, response: object) => void,
        ) => done(null, {});
        program();
    });
}

describe("A hook before an update", () => {
    it("gets the old and the new inputs, at a preview too", async () => {
        const seen: unknown[] = [];
        let hooks: readonly ResourceHook[] = [];
        await hooksOf(() => {
            hooks = (beforeUpdate("moved", (...inputs) => seen.push(inputs)).beforeUpdate ?? []) as ResourceHook[];
        });
        const [hook] = hooks;
        await hook?.callback({ oldInputs: { size: 1 }, newInputs: { size: 2 } } as unknown as ResourceHookArgs);
        await hook?.callback({} as ResourceHookArgs);
        assert.deepStrictEqual(seen, [
            [{ size: 1 }, { size: 2 }],
            [{}, {}],
        ]);
        assert.deepStrictEqual(hook?.opts, { onDryRun: true });
    });

    it("has a number behind its name where another component has a hook of that name", async () => {
        const names: string[] = [];
        const nameOf = (name: string) => (beforeUpdate(name, () => {}).beforeUpdate?.[0] as ResourceHook).name;
        const program = () => void names.push(...["moved", "moved", "other", "moved"].map(nameOf));
        await hooksOf(program);
        assert.deepStrictEqual(names, ["moved", "moved-2", "other", "moved-3"]);
    });

    it("is none where Pulumi's mocks stand in for the engine", async () => {
        let options: unknown;
        await register(() => void (options = beforeUpdate("moved", () => {})));
        assert.deepStrictEqual(options, {});
    });
});
