import assert from "node:assert/strict";
import { Bucket } from "@pulumi/aws/s3";
import type * as pulumi from "@pulumi/pulumi";
import { lookup } from "../../../components/engine/lookup";
import { register } from "../mocked-engine";

/** The names that were looked up, and what was found. */
async function lookedUp(from: () => pulumi.Input<string>, preview: boolean): Promise<unknown[]> {
    const seen: unknown[] = [];
    await register(
        () => {
            const value = lookup(from(), Promise.resolve(), (name) => {
                seen.push(name);
                return Promise.resolve(`found ${name}`);
            });
            value.apply((found) => seen.push(found));
            new Bucket("made-of-it", { bucket: value });
        },
        undefined,
        preview,
        { withoutIds: preview },
    );
    return seen;
}

describe("lookup", () => {
    const ofThisProgram = () => new Bucket("made-here", { bucket: "named" }).bucket;

    it("finds by what the program wrote, at preview too", async () => {
        assert.deepStrictEqual(await lookedUp(() => "shared", true), ["shared", "found shared"]);
    });

    it("waits for a resource whose name a preview knows before it is there", async () => {
        assert.deepStrictEqual(await lookedUp(ofThisProgram, true), []);
        assert.deepStrictEqual(await lookedUp(ofThisProgram, false), ["named", "found named"]);
    });
});
