import assert from "node:assert/strict";
import { UNKNOWN, type Known } from "../../../ecs/known";
import { readAgentSettings } from "../../../ecs/pool/agent-settings";

describe("The cluster that user data names", () => {
    const scripts: [string, string, ReturnType<typeof readAgentSettings>["cluster"]][] = [
        ["in a command", "echo ECS_CLUSTER=ml >> /etc/ecs/ecs.config", "ml"],
        ["in quotes", `echo "ECS_CLUSTER=ml" >> /etc/ecs/ecs.config`, "ml"],
        ["in quotes of its own", `echo ECS_CLUSTER='ml' >> /etc/ecs/ecs.config`, "ml"],
        ["in a document", "cat <<EOT >> /etc/ecs/ecs.config\nECS_CLUSTER=ml\nEOT", "ml"],
        ["in its last setting", "ECS_CLUSTER=old\nECS_CLUSTER=ml", "ml"],
        ["in a setting, not in a comment", "ECS_CLUSTER=ml\n# ECS_CLUSTER=old", "ml"],
        ["in Bottlerocket's settings", '[settings.host]\na = 1\n[settings.ecs]\ncluster = "ml"', "ml"],
        ["in Bottlerocket's settings, without blanks", '[settings.ecs]\nother-cluster="a"\nb=1\ncluster="ml"', "ml"],
        ["in Bottlerocket's settings, between blanks", '[settings.ecs]\n  cluster  =  "ml"', "ml"],
        ["by a variable is not known", "echo ECS_CLUSTER=$NAME >> /etc/ecs/ecs.config", UNKNOWN],
        ["by a placeholder is not known", "echo ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config", UNKNOWN],
        ["is none in another script", "yum install -y jq", undefined],
    ];
    for (const [what, script, expected] of scripts) {
        it(what, () => assert.equal(readAgentSettings(script).cluster, expected));
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
        [
            "stand in Bottlerocket's settings by their whole names",
            '[settings.ecs.instance-attributes]\nstack = "a"\n"team/stack" = "b"',
            [
                ["stack", "a"],
                ["team/stack", "b"],
            ],
        ],
        [
            "have escaped quotes in a script in a script",
            String.raw`sh -c "echo \"ECS_INSTANCE_ATTRIBUTES={\\\"accelerator\\\":\\\"neuron\\\"}\" >> f"`,
            neuron,
        ],
        [
            "stand in Bottlerocket's settings without blanks, and between some",
            '[settings.ecs.instance-attributes]\na="b"\n  "c.d"  =  "e"\n[settings.host]\nf = "g"',
            [
                ["a", "b"],
                ["c.d", "e"],
            ],
        ],
        ["are not known where they are no object", "ECS_INSTANCE_ATTRIBUTES=null", UNKNOWN],
        ["are known but for one that is no text", 'ECS_INSTANCE_ATTRIBUTES={"a":5}', [["a", UNKNOWN]]],
        ["are not known by a variable", "ECS_INSTANCE_ATTRIBUTES=$ATTRIBUTES", UNKNOWN],
        ["are known but for their values", 'ECS_INSTANCE_ATTRIBUTES={"stack":"${Stack}"}', [["stack", UNKNOWN]]],
        ["are none in another script", "yum install -y jq", []],
    ];
    for (const [what, script, expected] of scripts) {
        it(what, () => {
            const { attributes } = readAgentSettings(script);
            assert.deepStrictEqual(attributes === UNKNOWN ? UNKNOWN : [...attributes], expected);
        });
    }
});

describe("The agent's Inferentia support", () => {
    const switches: [string, Known<boolean>][] = [
        ["echo ECS_ENABLE_INF_SUPPORT=true >> /etc/ecs/ecs.config", false],
        ["echo ECS_ENABLE_INF_SUPPORT=false >> /etc/ecs/ecs.config", true],
        ['export ECS_ENABLE_INF_SUPPORT="0"', true],
        ["echo ECS_ENABLE_GPU_SUPPORT=false >> /etc/ecs/ecs.config", false],
        [`ECS_ENABLE_INF_SUPPORT=$SUPPORT`, UNKNOWN],
        [`ECS_ENABLE_INF_SUPPORT=false\nECS_ENABLE_INF_SUPPORT="\${SUPPORT}"`, UNKNOWN],
        [`#ECS_ENABLE_INF_SUPPORT=false`, false],
        [`echo a # ECS_ENABLE_INF_SUPPORT=false`, false],
        [`cat <<EOF >> /etc/ecs/ecs.config\n# ECS_ENABLE_INF_SUPPORT=false\nEOF`, false],
        [`cat <<EOF >> /etc/ecs/ecs.config\nECS_ENABLE_INF_SUPPORT=false\nEOF`, true],
        [
            `echo ECS_ENABLE_INF_SUPPORT=false >> /etc/ecs/ecs.config\necho ECS_ENABLE_INF_SUPPORT=true >> /etc/ecs/ecs.config`,
            false,
        ],
        [
            `echo ECS_ENABLE_INF_SUPPORT=true >> /etc/ecs/ecs.config\necho ECS_ENABLE_INF_SUPPORT=false >> /etc/ecs/ecs.config`,
            true,
        ],
        [`sed -i /ECS_ENABLE_INF_SUPPORT=false/d /etc/ecs/ecs.config`, false],
        [`#cloud-config\nwrite_files:\n- path: /etc/ecs/ecs.config\n  content: ECS_ENABLE_INF_SUPPORT=false\n`, true],
        ["ECS_ENABLE_INF_SUPPORT=F", true],
        ["ECS_ENABLE_INF_SUPPORT = '0'", true],
        ["ecs_enable_inf_support=false", true],
        ["ECS_ENABLE_INF_SUPPORT=FALSE", true],
        ["ECS_ENABLE_INF_SUPPORT=no", false],
        ["ECS_ENABLE_INF_SUPPORT=10", false],
        ["ECS_ENABLE_INF_SUPPORT=01", false],
        ["grep ECS_ENABLE_INF_SUPPORT=false /etc/ecs/ecs.config", false],
        ["awk /ECS_ENABLE_INF_SUPPORT=false/ /etc/ecs/ecs.config", false],
        ["", false],
    ];
    for (const [script, isOff] of switches) {
        it(`is ${isOff === UNKNOWN ? "not known" : isOff ? "off" : "on"} with ${JSON.stringify(script)}`, () =>
            assert.equal(readAgentSettings(script).isInfSupportOff, isOff));
    }
});
