import assert from "node:assert/strict";
import { UNKNOWN } from "../../../../../checks";
import { resolved } from "./template";

describe("Fn::Base64, which keeps what is not known as Fn::Sub would write it,", () => {
    const cases: [value: string, becomes: unknown][] = [
        ["!Base64 a script", Buffer.from("a script").toString("base64")],
        ["!Base64 {'Fn::Sub': 'on ${Open}'}", Buffer.from("on ${Open}").toString("base64")],
        [
            "!Base64 {'Fn::Join': [' ', [at, !Ref Open, !GetAtt Repository.Arn, !Ref Port]]}",
            Buffer.from("at ${Open} ${Repository.Arn} 8500").toString("base64"),
        ],
        ["!Base64 {Ref: Open}", UNKNOWN],
    ];
    for (const [value, becomes] of cases) {
        it(`becomes ${String(becomes)} for ${value}`, () => {
            assert.strictEqual(resolved(value), becomes);
        });
    }
});
