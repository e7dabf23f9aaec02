import assert from "node:assert/strict";
import { balancingName } from "../../../components/load-balancer/balancing-name";

describe("the name of a load balancer or a target group", () => {
    it("is the component's where the provider's suffix fits behind it", () => {
        assert.equal(balancingName("bert"), "bert");
        assert.equal(balancingName("b".repeat(24)), "b".repeat(24));
    });

    for (const [what, name, expected] of [
        ["is cut where it is too long", "bert-large-uncased-classifier", /^bert-large-unca-[\da-f]{8}$/],
        ["has letters, digits and single hyphens only", "ml_bert..v2-", /^ml-bert-v2-[\da-f]{8}$/],
        ["does not begin with internal-, which AWS keeps", "internal-bert", /^bert-[\da-f]{8}$/],
        ["is a hash where nothing else is left", "___", /^[\da-f]{8}$/],
    ] as const) {
        it(what, () => {
            assert.match(balancingName(name), expected);
            assert.ok(balancingName(name).length <= 24);
        });
    }

    it("differs where the component's differs", () => {
        const names = ["a.b", "a_b", "a-b", "a--b", `${"a".repeat(30)}1`, `${"a".repeat(30)}2`];
        assert.equal(new Set(names.map(balancingName)).size, names.length);
    });
});
