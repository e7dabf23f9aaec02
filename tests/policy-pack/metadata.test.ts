import assert from "node:assert/strict";
import type { AnalyzerInfo, PolicyInfo } from "@pulumi/pulumi/proto/analyzer_pb";
import { name, version } from "../../package.json";
import { rules } from "../../checks/rules";
import { displayName } from "../../policy-pack/metadata";
import { packFolder, servePolicyPack } from "./policy-server";

const pages = `pkg:npm/${name}@${version}#docs`;

describe("What Pulumi's console shows", function () {
    this.timeout(60_000);
    let info: AnalyzerInfo.AsObject;

    before("ask the served pack", async () => {
        const pack = await servePolicyPack(packFolder);
        info = await pack.info();
        pack.close();
    });

    it("of the pack is its title, provider and tags, and every rule with a link to its page", () => {
        const { displayname, description, provider, tagsList, readme } = info;
        assert.deepStrictEqual(
            { displayname, description, provider, tagsList },
            {
                displayname: "Amazon ECS on AWS Inferentia",
                description:
                    "Rejects ECS task definitions, services and launch templates that get AWS Inferentia and Neuron " +
                    "wrong",
                provider: "aws",
                tagsList: ["aws", "ecs", "inferentia", "neuron"],
            },
        );
        for (const rule of rules) {
            const row = `| [\`${rule.name}\`](${pages}/rules/${rule.name}.md) | ${rule.level} | ${rule.summary} |`;
            assert.ok(readme.split("\n").includes(row), rule.name);
        }
    });

    const shown = ({ displayname, framework, tagsList, remediationSteps, url }: PolicyInfo.AsObject) => ({
        displayname,
        framework,
        tagsList,
        remediationSteps,
        url,
    });

    it("of a rule is its title, document, tags, remedy, and a link to its page", () => {
        const policy = info.policiesList.find((one) => one.name === "neuron-rtd-address");
        assert.deepStrictEqual(policy && shown(policy), {
            displayname: "Neuron RTD address",
            framework: {
                name: "Amazon ECS Developer Guide",
                version: "latest",
                reference: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-inference.html",
                specification: "Working with inference workloads on Amazon ECS",
            },
            tagsList: ["aws", "ecs", "inferentia", "neuron", "task-definition", "neuron-rtd"],
            remediationSteps: rules.find((rule) => rule.name === "neuron-rtd-address")?.fix,
            url: `${pages}/rules/neuron-rtd-address.md`,
        });
    });

    it("of every policy leaves nothing out", () => {
        for (const policy of info.policiesList) {
            const { framework, ...rest } = shown(policy);
            for (const [what, value] of Object.entries({ ...framework, ...rest })) {
                assert.ok(value.length > 0, `${policy.name} has no ${what}`);
            }
            assert.ok(framework !== undefined, policy.name);
        }
    });

    const titles: [string, string][] = [
        ["neuron-instance-imdsv2", "Neuron instance IMDSv2"],
        ["one-inference-task-per-instance", "One inference task per instance"],
        ["neuron-ami", "Neuron AMI"],
        ["ecs-inferentia", "ECS Inferentia"],
    ];
    for (const [policy, title] of titles) {
        it(`of ${policy} is the title ${title}`, () => assert.equal(displayName(policy), title));
    }
});
