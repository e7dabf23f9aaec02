import assert from "node:assert/strict";
import { refuseOtherTargetGroups } from "../../../components/route/traffic-shift";

describe("A change of a route between whose target groups ECS shifts the traffic", () => {
    const shifted = { alternateTargetGroup: true, task: { networkMode: "bridge" } };

    const others: [string, object][] = [
        ["alternateTargetGroup", { ...shifted, alternateTargetGroup: undefined }],
        ["protocol", { ...shifted, protocol: "HTTPS" }],
        ["task.networkMode", { ...shifted, task: { networkMode: "awsvpc" } }],
    ];
    for (const [argument, other] of others) {
        it(`is refused where it changes ${argument}, and so are other target groups`, () => {
            assert.throws(() => refuseOtherTargetGroups("bert", other as never, shifted), {
                message:
                    `Route "bert" changes ${argument}, which needs other target groups, but its rule keeps those that ` +
                    "it has, as ECS shifts the traffic between them; make a route of another name in its place",
            });
        });
    }

    it("is taken where the target groups stay", () => {
        refuseOtherTargetGroups("bert", shifted, { ...shifted, protocol: "HTTP", task: { networkMode: "host" } });
        refuseOtherTargetGroups("bert", { protocol: "HTTP" }, { protocol: "HTTPS" });
    });
});
