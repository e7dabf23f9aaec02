import { awsvpc, refuses, refusesAtPreviewToo, subnets } from "../harness";

describe("Service, of placement and network,", () => {
    refuses([
        [
            "a second distinctInstance",
            { placementConstraints: [{ type: "distinctInstance" }] },
            'placementConstraints[0].type is "distinctInstance", which the service has already; leave the constraint out',
        ],
        [
            "more constraints than ECS takes",
            {
                placementConstraints: Array.from({ length: 9 }, () => ({
                    type: "memberOf",
                    expression: "attribute:a == b",
                })),
            },
            "placementConstraints has 9 items, but must have at most 8 constraints, as the service has two of its own",
        ],
    ]);

    refusesAtPreviewToo([
        [
            "a public address",
            { ...awsvpc, networkConfiguration: { ...subnets.networkConfiguration, assignPublicIp: true } },
            "networkConfiguration.assignPublicIp must not be given: ECS gives no public address to tasks on EC2; use " +
                "private subnets with a NAT gateway",
        ],
    ]);
});
