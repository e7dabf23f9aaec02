import assert from "node:assert/strict";
import { casesOf } from "./template";

describe("A condition of a CloudFormation template", () => {
    it("is true and false, where the account or the region decides", () => {
        const head = `Conditions:
  InEast: !Equals [!Ref AWS::Region, us-east-1]
  IsLinked: !Equals [!ImportValue a, b]
  Both: !And [!Condition InEast, !Not [!Condition IsLinked]]
  Either: !Or [!Condition InEast, !Condition IsLinked]
`;
        const names = (condition: string) =>
            casesOf(head, `!If [${condition}, y, n]`)
                .map(([, families]) => (families as { T: string }).T)
                .sort();
        assert.deepStrictEqual(["InEast", "IsLinked", "Both", "Either"].map(names), Array(4).fill(["n", "y"]));
    });

    it("is decided, where it is constant", () => {
        const head = 'Conditions: {Always: !Equals [a, a], Never: !Or [!Equals [a, b], !Not [!Equals ["1", 1]]]}';
        assert.deepStrictEqual(casesOf(head, "!If [Always, !If [Never, x, y], z]"), [
            [{ Always: true, Never: false }, { T: "y" }],
        ]);
    });
});
