import { failing, minimal, refusesLookups } from "./refused-lookups";

describe("cluster: an existing cluster, and a KMS key", () => {
    refusesLookups(
        [
            "a cluster that is not there",
            { ...minimal, existingClusterName: "shared" },
            { "aws:ecs/getCluster:getCluster": failing("reading ECS Cluster (shared): couldn't find resource") },
            'existingClusterName is "shared": the region has no such active cluster; give the name of one, or leave it ' +
                "out to have one made",
        ],
        [
            "a cluster that has been deleted",
            { ...minimal, existingClusterName: "shared" },
            { "aws:ecs/getCluster:getCluster": () => ({ arn: "arn", status: "INACTIVE" }) },
            'existingClusterName is "shared", which is INACTIVE: the region has no such active cluster; give the name ' +
                "of one, or leave it out to have one made",
        ],
        [
            "a key that is not there",
            { ...minimal, executeCommandKmsKeyId: "alias/none" },
            { "aws:kms/getKey:getKey": failing("NotFoundException: Alias alias/none is not found") },
            'executeCommandKmsKeyId is "alias/none": the region has no such KMS key; give the key\'s ARN',
        ],
    );
});
