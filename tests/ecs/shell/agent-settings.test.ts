import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { agentSettings } from "../../../ecs/shell/agent-settings";

describe("The cluster that user data names", () => {
    const scripts: [string, string, ReturnType<typeof agentSettings>["cluster"]][] = [
        ["in a command", "echo ECS_CLUSTER=ml >> /etc/ecs/ecs.config", "ml"],
        ["in quotes", `echo "ECS_CLUSTER=ml" >> /etc/ecs/ecs.config`, "ml"],
        ["in quotes of its own", `echo ECS_CLUSTER='ml' >> /etc/ecs/ecs.config`, "ml"],
        ["in a document", "cat <<EOT >> /etc/ecs/ecs.config\nECS_CLUSTER=ml\nEOT", "ml"],
        ["in its last setting", "ECS_CLUSTER=old\nECS_CLUSTER=ml", "ml"],
        ["in a setting, not in a comment", "ECS_CLUSTER=ml\n# ECS_CLUSTER=old", "ml"],
        ["in Bottlerocket's settings", '[settings.host]\na = 1\n[settings.ecs]\ncluster = "ml"', "ml"],
        ["by a variable is not known", "echo ECS_CLUSTER=$NAME >> /etc/ecs/ecs.config", UNKNOWN],
        ["by a placeholder is not known", "echo ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config", UNKNOWN],
        ["is none in another script", "yum install -y jq", undefined],
    ];
    for (const [what, script, expected] of scripts) {
        it(what, () => assert.equal(agentSettings(script).cluster, expected));
    }
});

describe("The attributes that user data gives an instance", () => {
    const neuron = [["accelerator", "neuron"]] as const;
    const scripts: [string, string, typeof UNKNOWN | readonly (readonly [string, unknown])[]][] = [
        ["stand in a document", 'ECS_INSTANCE_ATTRIBUTES={"accelerator":"neuron"}', neuron],
        ["stand in quotes", `echo ECS_INSTANCE_ATTRIBUTES='{"accelerator": "neuron"}' >> f`, neuron],
        ["stand in a quoted line", `echo 'ECS_INSTANCE_ATTRIBUTES={"accelerator": "neuron"}' >> f`, neuron],
        ["have escaped quotes", String.raw`echo "ECS_INSTANCE_ATTRIBUTES={\"accelerator\":\"neuron\"}" >> f`, neuron],
        ["stand in Bottlerocket's settings", '[settings.ecs.instance-attributes]\naccelerator = "neuron"', neuron],
        ["are not known by a variable", "ECS_INSTANCE_ATTRIBUTES=$ATTRIBUTES", UNKNOWN],
        ["are known but for their values", 'ECS_INSTANCE_ATTRIBUTES={"stack":"${Stack}"}', [["stack", UNKNOWN]]],
        ["are none in another script", "yum install -y jq", []],
    ];
    for (const [what, script, expected] of scripts) {
        it(what, () => {
            const { attributes } = agentSettings(script);
            assert.deepStrictEqual(attributes === UNKNOWN ? UNKNOWN : [...attributes], expected);
        });
    }
});
