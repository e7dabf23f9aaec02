import assert from "node:assert/strict";
import { defaultConfiguration } from "../../../checks/configuration/read-configuration";
import { acceptedByRuntimes } from "../../../checks/judge/with-all-runtimes";
import { readStack } from "../../../checks/stack/read-stack";
import { resource } from "../stack-resources";

describe("The violations that a rule would not find if it accepted every runtime", () => {
    it("are none of a service, which means no runtime by itself", () => {
        const [service] = readStack([resource("service", "service")]).starters;
        assert.ok(service);
        const text = { name: "told", summary: "", severity: "low", level: "mandatory", why: "", fix: "" } as const;
        const rule = { ...text, sources: [], options: ["runtimes"] } as const;
        const violations = [{ path: [], subject: "it", problem: "is so", remedy: "change it" }];
        assert.deepStrictEqual(acceptedByRuntimes(rule, violations, service, defaultConfiguration), new Set());
    });
});
