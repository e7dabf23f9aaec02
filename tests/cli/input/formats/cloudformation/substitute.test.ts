import assert from "node:assert/strict";
import { UNKNOWN } from "../../../../../checks";
import { resolved } from "./template";

describe("Fn::Sub", () => {
    const cases: [value: string, becomes: unknown][] = [
        ["!Sub '${AWS::AccountId}.${Port}/${!Literal}'", "${AWS::AccountId}.8500/${Literal}"],
        ["!Sub ['${A}-${Port}', {A: !Select [1, !Ref Names]}]", "b-8500"],
        ["!Sub '${Repository.RepositoryUri}:1'", UNKNOWN],
    ];
    for (const [value, becomes] of cases) {
        it(`becomes ${String(becomes)} for ${value}`, () => {
            assert.strictEqual(resolved(value), becomes);
        });
    }
});
