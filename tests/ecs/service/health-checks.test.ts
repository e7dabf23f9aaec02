import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { defaultGracePeriod, unhealthyAfter, uselessGracePeriod } from "../../../ecs/service/health-checks";

const command = ["CMD", "true"];

describe("unhealthyAfter", () => {
    for (const [what, check, seconds] of [
        ["no check", undefined, 0],
        ["a check that is turned off", { command: ["NONE"] }, 0],
        ["a check with ECS's defaults", { command }, 90],
        ["a check with a start period", { command, interval: 10, retries: 2, startPeriod: 300 }, 320],
        ["a check that is not known", UNKNOWN, UNKNOWN],
        ["a check without a command", {}, 90],
        ["a check whose command is not known", { command: UNKNOWN }, UNKNOWN],
        ["a check whose interval is not known", { command, interval: UNKNOWN }, UNKNOWN],
    ] as const) {
        it(`is ${String(seconds)} of ${what}`, () => {
            assert.equal(unhealthyAfter(check), seconds);
        });
    }
});

describe("defaultGracePeriod", () => {
    for (const [what, ofBalancer, ofContainers, seconds] of [
        ["behind a load balancer", true, 0, 900],
        ["of a container with a health check", false, 90, 900],
        ["where nothing is checked", false, 0, undefined],
    ] as const) {
        it(`is ${String(seconds)} ${what}`, () => {
            assert.equal(defaultGracePeriod(ofBalancer, ofContainers), seconds);
        });
    }
});

describe("uselessGracePeriod", () => {
    for (const [what, seconds, checks] of [
        ["behind a load balancer, even below the container's own period", 60, { ofBalancer: true, ofContainers: 90 }],
        ["that covers the container's own period", 90, { ofBalancer: false, ofContainers: 90 }],
        ["of 0, which is none", 0, { ofBalancer: false, ofContainers: 90 }],
        ["of a task whose checks are not known", 60, { ofBalancer: false, ofContainers: UNKNOWN }],
        ["where a load balancer may be", 60, { ofBalancer: UNKNOWN, ofContainers: 0 }],
    ] as const) {
        it(`says nothing of one ${what}`, () => {
            assert.equal(uselessGracePeriod(seconds, checks), undefined);
        });
    }

    it("says that nothing is checked, and when a container's check fails", () => {
        assert.equal(
            uselessGracePeriod(60, { ofBalancer: false, ofContainers: 0 }),
            "is given, but the service has no load balancer, and no container of its task a health check",
        );
        assert.equal(
            uselessGracePeriod(60, { ofBalancer: false, ofContainers: 90 }),
            "is 60, but the health check of a container fails after 90 seconds at the earliest, with its startPeriod, " +
                "interval and retries",
        );
    });
});
