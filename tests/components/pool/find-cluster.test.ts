import assert from "node:assert/strict";
import { type Calls } from "../mocked-engine";
import { failing } from "../refused-lookups";
import { alone, ofPool, refusal } from "./harness";

const getCluster = "aws:ecs/getCluster:getCluster";

describe("pool: the cluster that it joins", () => {
    const lookups: [string, Calls, string][] = [
        [
            "a cluster that is not there",
            { [getCluster]: failing("reading ECS Cluster (shared): couldn't find resource") },
            'clusterName is "shared": the region has no such active cluster; give the name of one',
        ],
        [
            "a cluster that has been deleted",
            { [getCluster]: () => ({ arn: "arn", status: "INACTIVE" }) },
            'clusterName is "shared", which is INACTIVE: the region has no such active cluster; give the name of one',
        ],
        [
            "a cluster that cannot be looked up",
            { [getCluster]: failing("operation error ECS: ExpiredToken: The security token included is expired") },
            'clusterName is "shared": the AWS credentials have expired; sign in again',
        ],
    ];
    for (const [what, calls, problem] of lookups) {
        it(`refuses ${what}, by the argument's name`, () => assert.rejects(alone(ofPool, { calls }), refusal(problem)));
    }
});
