import assert from "node:assert/strict";
import { AwsProvider } from "../../../../emulation/providers/aws/provider";
import { unknown } from "../../../../emulation/providers/aws/unknown";
import { rightInputs, type ResourceToken } from "./right-inputs";

type Inputs = Record<string, unknown>;

const provider = new AwsProvider();
provider.configure(
    { region: "us-west-2", defaultTags: { tags: { team: "ml" } } },
    { AWS_ENDPOINT_URL: "http://127.0.0.1:1" },
);

function checked(type: ResourceToken, change: Inputs): Inputs {
    return provider.check({ type, name: "it" }, {}, { ...rightInputs[type], ...change }, new Uint8Array([1])).inputs;
}

async function created(type: ResourceToken, change: Inputs = {}): Promise<Inputs> {
    const { id, state } = await provider.create({ type, name: "it" }, checked(type, change), true, 0);
    assert.equal(id, "");
    return state;
}

async function updated(type: ResourceToken, olds: Inputs, change: Inputs): Promise<Inputs> {
    return provider.update({ type, name: "it" }, "the-id", olds, checked(type, change), true, 0);
}

describe("a preview", () => {
    it("of a creation knows the inputs, the region and all tags, and nothing that only AWS can say", async () => {
        assert.deepStrictEqual(await created("aws:ecs/cluster:Cluster", { name: "c", tags: { a: "1" } }), {
            arn: unknown,
            name: "c",
            region: "us-west-2",
            settings: [{ name: "containerInsights", value: "enabled" }],
            tags: { a: "1" },
            tagsAll: { a: "1", team: "ml" },
        });
    });

    it("of a creation does not know what AWS decides when the program does not", async () => {
        const { desiredCapacity, availabilityZones, maxSize } = await created("aws:autoscaling/group:Group", {
            desiredCapacity: undefined,
        });
        assert.deepStrictEqual([desiredCapacity, availabilityZones, maxSize], [unknown, unknown, 2]);
    });

    it("of a creation does not know a name that AWS gives from a prefix", async () => {
        const { name, namePrefix } = await created("aws:iam/role:Role", { namePrefix: "r-" });
        assert.deepStrictEqual([name, namePrefix], [unknown, "r-"]);
    });

    it("keeps inputs that are not known, and tags of which none is known", async () => {
        const { containerDefinitions, tags, tagsAll } = await created("aws:ecs/taskDefinition:TaskDefinition", {
            containerDefinitions: unknown,
            tags: unknown,
        });
        assert.deepStrictEqual([containerDefinitions, tags, tagsAll], [unknown, unknown, unknown]);
    });

    it("of a creation lets a region of the resource's own stand", async () => {
        assert.equal((await created("aws:ecs/cluster:Cluster", { region: "us-east-1" }))["region"], "us-east-1");
    });

    it("of an update keeps what AWS has said", async () => {
        const olds = { arn: "arn:1", latestVersion: 1, defaultVersion: 1, name: "t", instanceType: "inf1.xlarge" };
        const { arn, latestVersion } = await updated(
            "aws:ec2/launchTemplate:LaunchTemplate",
            { ...rightInputs["aws:ec2/launchTemplate:LaunchTemplate"], ...olds },
            { name: "t", tags: { a: "1" } },
        );
        assert.deepStrictEqual([arn, latestVersion], ["arn:1", 1]);
    });

    it("of an update does not know the version that it makes", async () => {
        const olds = {
            ...rightInputs["aws:ec2/launchTemplate:LaunchTemplate"],
            arn: "arn:1",
            latestVersion: 1,
            defaultVersion: 1,
            name: "t",
        };
        const change = { name: "t", instanceType: "inf1.2xlarge", updateDefaultVersion: true };
        const { arn, latestVersion, defaultVersion } = await updated(
            "aws:ec2/launchTemplate:LaunchTemplate",
            olds,
            change,
        );
        assert.deepStrictEqual([arn, latestVersion, defaultVersion], ["arn:1", unknown, unknown]);
    });
});
