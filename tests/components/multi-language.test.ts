import assert from "node:assert/strict";
import { join } from "node:path";
import { Analyzer } from "@pulumi/pulumi/provider/experimental/analyzer";
import * as components from "../../components";

describe("The components for other Pulumi languages", () => {
    const root = join(__dirname, "..", "..");
    const names = Object.keys(components).filter((name) =>
        /^(InferentiaLaunchTemplate|InferentiaCluster|NeuronTaskDefinition|InferenceService)$/.test(name),
    );

    it("have inputs and outputs that Pulumi's component analysis takes as they are", function () {
        this.timeout(60_000);
        const analyzer = new Analyzer(
            root,
            "pulumi-ecs-inferentia",
            { name: "pulumi-ecs-inferentia", main: "components/index.ts" } as never,
            new Set(names),
        );
        const { components: found, typeDefinitions } = analyzer.analyze();
        assert.deepStrictEqual(Object.keys(found).sort(), [
            "InferenceService",
            "InferentiaCluster",
            "InferentiaLaunchTemplate",
            "NeuronTaskDefinition",
        ]);
        assert.deepStrictEqual(Object.keys(typeDefinitions).sort(), [
            "ContainerInsights",
            "Inf1InstanceType",
            "ModelContainerArgs",
            "NetworkMode",
            "PortMappingArgs",
            "TransportProtocol",
        ]);
        assert.deepStrictEqual(
            typeDefinitions["Inf1InstanceType"]?.enum?.map(({ value }) => value),
            ["inf1.xlarge", "inf1.2xlarge", "inf1.6xlarge", "inf1.24xlarge"],
        );
    });
});
