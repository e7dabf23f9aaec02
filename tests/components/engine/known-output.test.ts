import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { knownOutput, presence } from "../../../components/engine/known-output";
import { UNKNOWN } from "../../../ecs/known";
import { unknownOutput, valueOf } from "./value-of";

describe("An output of a value that may not be known", () => {
    it("has the value, or is not known", async () => {
        const values = [knownOutput(Promise.resolve("bert")), knownOutput<string>(Promise.resolve(UNKNOWN))];
        assert.deepStrictEqual(await Promise.all(values.map(valueOf)), ["bert", UNKNOWN]);
    });
});

describe("Whether an output has a value", () => {
    const cases: [what: string, output: pulumi.Output<unknown>, isThere: boolean][] = [
        ["is so where there is one", pulumi.output("bert"), true],
        ["is so where there is one that is null", pulumi.output(null), true],
        ["is so where one is to come, at a preview too", unknownOutput(), true],
        ["is not so where there is none", pulumi.output(undefined), false],
    ];
    for (const [what, output, isThere] of cases) {
        it(what, async () => assert.equal(await valueOf(presence(output)), isThere));
    }
});
