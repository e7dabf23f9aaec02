import assert from "node:assert/strict";
import { deepLearningContainersRegistry, readNeuronImage } from "../../contract";

describe("The registry of the AWS Deep Learning Containers", () => {
    const registries: [string, string][] = [
        ["us-west-2", "763104351884.dkr.ecr.us-west-2.amazonaws.com"],
        ["ap-southeast-3", "907027046896.dkr.ecr.ap-southeast-3.amazonaws.com"],
        ["us-gov-west-1", "442386744353.dkr.ecr.us-gov-west-1.amazonaws.com"],
        ["cn-north-1", "727897471807.dkr.ecr.cn-north-1.amazonaws.com.cn"],
    ];
    for (const [region, registry] of registries) {
        it(`is ${registry}, whose images are known`, () => {
            assert.equal(deepLearningContainersRegistry(region), registry);
            assert.deepStrictEqual(readNeuronImage(`${registry}/pytorch-inference-neuronx:2.9.0`), {
                software: "neuronx",
                sdk: undefined,
            });
        });
    }
});
