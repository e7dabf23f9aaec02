import assert from "node:assert/strict";
import { priorityOf } from "../../../components/route/priority";

const names = Array.from({ length: 200 }, (_, index) => `model-${index}`);
const [hosts, paths] = [["bert.example.com"], ["/v1/*"]];

describe("route: the priority of a rule", () => {
    it("follows from the name alone, so that it stays where other routes come and go", () => {
        assert.deepStrictEqual(
            ["bert", "resnet"].map((name) => priorityOf(name, { hosts, paths })),
            ["bert", "resnet"].map((name) => priorityOf(name, { hosts: ["other.example.com"], paths: ["/v2/*"] })),
        );
        assert.notEqual(priorityOf("bert", { hosts }), priorityOf("resnet", { hosts }));
    });

    it("is the earlier the more is asked for: both, then hosts or paths, then nothing", () => {
        const of = (conditions: object) => names.map((name) => priorityOf(name, conditions));
        const highest = Math.max(...of({ hosts, paths }));
        const [least, last] = [Math.min(...of({ hosts }), ...of({ paths })), Math.max(...of({ hosts }))];
        assert.ok(highest < least, `${highest} is not before ${least}`);
        assert.ok(last < 50_000);
        assert.deepStrictEqual([...new Set(of({}))], [50_000]);
    });

    it("leaves 1 to 1000 to programs", () => {
        assert.ok(names.every((name) => priorityOf(name, { hosts, paths }) > 1000));
    });
});
