import assert from "node:assert/strict";
import { readConfiguration, type Configuration } from "../../../checks/configuration/read-configuration";
import { unmatched } from "../../../checks/configuration/suppressions";

function configuration(data: unknown): Configuration {
    const read = readConfiguration(data);
    assert.ok("configuration" in read);
    return read.configuration;
}

const own = { resource: "bert", reason: "to be rebuilt" };
const shared = { resource: "legacy-*", reason: "to be removed" };
const both = () =>
    configuration({
        "ecs-inferentia": { suppressions: [shared] },
        "neuron-placement": { suppressions: [own] },
    });

describe("Suppressions under ecs-inferentia", () => {
    it("hold for every rule", () => {
        assert.deepStrictEqual(
            ["neuron-ami", "neuron-rtd-sidecar"].map((rule) => both().suppression(rule, "legacy-1")),
            [shared, shared],
        );
    });

    it("hold beside those of a rule itself", () => {
        assert.deepStrictEqual(
            ["bert", "legacy-1", "web"].map((resource) => both().suppression("neuron-placement", resource)),
            [own, shared, undefined],
        );
    });

    it("hold after those of a rule itself, where both name a resource", () => {
        const first = { resource: "bert", reason: "first" };
        const read = configuration({
            "ecs-inferentia": { suppressions: [{ resource: "bert", reason: "shared" }] },
            "neuron-placement": { suppressions: [first, { resource: "bert", reason: "second" }] },
        });
        assert.deepStrictEqual(read.suppression("neuron-placement", "bert"), first);
    });

    it("hold by a pattern after those that name the resource, whichever comes first", () => {
        const named = { resource: "legacy-1", reason: "to be moved" };
        const read = configuration({ "neuron-placement": { suppressions: [shared, named] } });
        assert.deepStrictEqual(
            ["legacy-1", "legacy-2"].map((resource) => read.suppression("neuron-placement", resource)),
            [named, shared],
        );
    });

    it("do not hold for what cannot be read", () => {
        assert.equal(both().suppression("task-definition-shape", "legacy-1"), undefined);
    });
});

describe("A suppression that matches nothing", () => {
    const stands = [
        { policy: "neuron-placement", ...own },
        { policy: "ecs-inferentia", ...shared },
    ];

    it("is each, where nothing was suppressed", () => {
        assert.deepStrictEqual(unmatched(both().suppressions, []), stands);
    });

    it("is none that suppressed something, by the name at the end of a URN, or for any rule", () => {
        const suppressed = [
            { rule: "neuron-placement", resource: "urn:pulumi:dev::ml::aws:ecs/service:Service::bert" },
            { rule: "neuron-ami", resource: "legacy-template" },
        ];
        assert.deepStrictEqual(unmatched(both().suppressions, suppressed), []);
    });

    it("is one of another rule than the suppressed one", () => {
        assert.deepStrictEqual(unmatched(both().suppressions, [{ rule: "neuron-ami", resource: "bert" }]), stands);
    });

    it("is none of a rule that is switched off", () => {
        const off = configuration({ "neuron-placement": { enforcementLevel: "disabled", suppressions: [own] } });
        assert.deepStrictEqual(off.suppressions, []);
    });
});
