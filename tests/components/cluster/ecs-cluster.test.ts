import { failing, minimal, refusesLookups } from "../refused-lookups";

describe("cluster: the KMS key of execute-command sessions", () => {
    refusesLookups([
        "a key that is not there",
        { ...minimal, executeCommandKmsKeyId: "alias/none" },
        { "aws:kms/getKey:getKey": failing("NotFoundException: Alias alias/none is not found") },
        'executeCommandKmsKeyId is "alias/none": the region has no such KMS key; give the key\'s ARN',
    ]);
});
