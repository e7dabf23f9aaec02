import assert from "node:assert/strict";
import { UNKNOWN } from "../../../../../checks";
import { literalProperties } from "../../../../../cli/input/formats/cloudformation/literal";

describe("literalProperties", () => {
    const cases: [what: string, properties: object, literal: object][] = [
        ["keeps what stands there", { Family: "bert", Volumes: [{ Name: "sock" }] }, {}],
        ["knows no result of a function", { Family: { Ref: "Name" } }, { Family: UNKNOWN }],
        ["knows none in a list", { Volumes: [{ Name: { "Fn::Sub": "sock" } }] }, { Volumes: [{ Name: UNKNOWN }] }],
        ["knows nothing of an object beside Fn::Transform", { Tags: { "Fn::Transform": {}, a: 1 } }, { Tags: UNKNOWN }],
        ["has numbers as texts, as ECS gets them", { Family: 1 }, { Family: "1" }],
    ];
    for (const [what, properties, literal] of cases) {
        it(what, () => assert.deepStrictEqual(literalProperties(properties), { ...properties, ...literal }));
    }
});
