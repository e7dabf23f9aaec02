import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { unknown } from "@pulumi/pulumi/output";
import { pickMembers } from "../../../components/engine/pick-members";

interface Container {
    readonly image: pulumi.Input<string>;
    readonly environment?: pulumi.Input<string>;
}

/** What the SDK knows of an output, and declares for itself only. */
interface Knowledge {
    readonly isKnown: Promise<boolean>;
    promise(): Promise<unknown>;
    allResources(): Promise<Set<pulumi.Resource>>;
}

const knowledge = (output: pulumi.Output<unknown>) => output as unknown as Knowledge;
const later = pulumi.output(unknown) as pulumi.Output<string>;
const valid = Promise.resolve();

describe("pickMembers", () => {
    it("gives the members of each item, those that are absent too", async () => {
        const list = [{ image: "a", environment: "x" }, pulumi.output({ image: "b" }), Promise.resolve({ image: "c" })];
        assert.deepStrictEqual(await knowledge(pickMembers<Container, "image">(list, ["image"], valid)).promise(), [
            { image: "a" },
            { image: "b" },
            { image: "c" },
        ]);
        assert.deepStrictEqual(
            await knowledge(pickMembers<Container, "image">(undefined, ["image"], valid)).promise(),
            [],
        );
    });

    it("gives those of a list that is an output, whole", async () => {
        const list = pulumi.output([{ image: "a", environment: "x" }]);
        assert.deepStrictEqual(await knowledge(pickMembers<Container, "image">(list, ["image"], valid)).promise(), [
            { image: "a", environment: "x" },
        ]);
    });

    const beside: [string, pulumi.Input<string>][] = [
        ["a secret", pulumi.secret("x")],
        ["a value that a preview does not know", later],
    ];
    for (const [what, environment] of beside) {
        it(`is not what ${what} beside a member is`, async () => {
            const image = pickMembers<Container, "image">([{ image: "a", environment }], ["image"], valid);
            assert.equal(await knowledge(image).isKnown, true);
            assert.equal(await pulumi.isSecret(image), false);
        });
    }

    it("is secret, or not known, as the member is", async () => {
        const secret = pickMembers<Container, "image">([{ image: pulumi.secret("a") }], ["image"], valid);
        const unknown = pickMembers<Container, "image">([{ image: later }], ["image"], valid);
        assert.deepStrictEqual([await pulumi.isSecret(secret), await knowledge(unknown).isKnown], [true, false]);
    });

    it("is not there before the arguments are valid, and never where they are not", async () => {
        const refused = Promise.reject(new Error("wrong"));
        const image = pickMembers<Container, "image">([{ image: "a" }], ["image"], refused);
        await assert.rejects(knowledge(image).promise(), { message: "wrong" });
    });
});
