import assert from "node:assert/strict";
import { defaultConfiguration, readConfiguration } from "../../../checks/configuration/read-configuration";
import { judgeTask } from "../../../checks/judge/judge-task";
import { acceptedByRuntimes } from "../../../checks/judge/with-all-runtimes";
import { neuronRtdSidecar } from "../../../checks/rules/neuron-rtd-sidecar";
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

    it("are none that it would find with another remedy", () => {
        const nothing = { name: "bert", image: "team/tensorflow-inference-neuron:1" };
        const [task] = readStack([
            resource("taskDefinition", "task", { containerDefinitions: [nothing] }),
        ]).taskDefinitions;
        assert.ok(task);
        const read = readConfiguration({ "neuron-rtd-sidecar": { runtimes: ["libnrt"] } });
        assert.ok(!("problems" in read));
        const options = read.configuration.options("neuron-rtd-sidecar");
        const { violations } = judgeTask(neuronRtdSidecar, task.task, options);
        assert.equal(violations.length, 1);
        assert.deepStrictEqual(acceptedByRuntimes(neuronRtdSidecar, violations, task, read.configuration), new Set());
    });
});
