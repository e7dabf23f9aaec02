import assert from "node:assert/strict";
import { trafficShiftStatements } from "../../../components/iam/traffic-shift";

describe("What ECS may do to shift the traffic of a route", () => {
    it("is to read all, and to change its target groups, its listener and its rule alone", () => {
        const shifted = { listenerArn: "LISTENER", ruleArn: "RULE", targetGroupArns: ["BLUE", "GREEN"] };
        assert.deepStrictEqual(
            trafficShiftStatements(shifted).map(({ Action, Resource }) => [
                [...new Set(Action.map((name) => /:([A-Z][a-z]+)/.exec(name)?.[1]))],
                Resource,
            ]),
            [
                [["Describe"], "*"],
                [
                    ["Register", "Deregister"],
                    ["BLUE", "GREEN"],
                ],
                [["Modify"], ["RULE", "LISTENER"]],
            ],
        );
    });
});
