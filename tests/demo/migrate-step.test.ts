import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrateGuide } from "../../demo/migrate-step";
import type { Session } from "../../emulation/session";

describe("The demo's migration", () => {
    it("takes the guide's task definition to the runtime library, and the check accepts the result", async () => {
        const folder = mkdtempSync(join(tmpdir(), "demo-"));
        const lines: string[] = [];
        try {
            const narrator = {
                say: (text: string) => void lines.push(...text.split("\n")),
                command: (line: string) => void lines.push(`$ ${line}`),
            };
            await migrateGuide({ folder } as Session, narrator);
        } finally {
            rmSync(folder, { recursive: true });
        }
        assert.deepStrictEqual(
            [lines[0], lines[1], lines.at(-2), lines.at(-1)],
            [
                "$ ecs-inferentia migrate task-definition.json --to libnrt --instance-type inf2.xlarge --write",
                "task-definition.json: ecs-neuron is migrated:",
                "$ ecs-inferentia check task-definition.json",
                "1 file checked: 0 mandatory, 0 advisory",
            ],
        );
        assert.ok(lines.includes("To do by hand:"));
    });
});
