import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { inferentiaUserData } from "../../../components/launch-template/user-data";
import { Instance, iptables, systemctl, type Run } from "./instance";

const rule = "--in-interface docker+ --destination 169.254.169.254/32 --jump REJECT";
const jump = "--jump DOCKER-USER";
const dropIn = "etc/systemd/system/ecs.service.d/ecs-inferentia-block-imds.conf";

/** What the agent's service runs before the agent. */
function beforeAgent(instance: Instance): Run {
    const [, command = ""] = /^\[Service\]\nExecStartPre=(\S+)\n$/.exec(instance.file(dropIn)) ?? [];
    return instance.start(command);
}

const userData = inferentiaUserData({ clusterName: "ml", runtime: "libnrt", extraUserData: "echo own" });

describe("launch template: the rule against the instance metadata service", () => {
    let instance: Instance;
    const create = (...args: ConstructorParameters<typeof Instance>) => (instance = new Instance(...args));
    afterEach(() => rmSync(instance.root, { recursive: true }));

    const chains: [string, Readonly<Record<string, readonly string[]>>, string][] = [
        ["before Docker has its chain", { FORWARD: [] }, ""],
        ["in the chain that Docker has", { FORWARD: [jump], "DOCKER-USER": ["--jump RETURN"] }, "--jump RETURN\n"],
    ];
    for (const [when, there, others] of chains) {
        it(`is set ${when}, and then the instance joins the cluster`, () => {
            create(there, { iptables, systemctl });
            assert.deepStrictEqual(instance.run(userData), { status: 0, said: "own\n" });
            assert.deepStrictEqual(instance.chains, [`${rule}\n${others}`, `${jump}\n`]);
            assert.deepStrictEqual(
                [instance.file("etc/ecs/ecs.config"), instance.file("systemctl.log")],
                [
                    "ECS_CLUSTER=ml\nECS_AWSVPC_BLOCK_IMDS=true\nECS_IMAGE_PULL_INACTIVITY_TIMEOUT=600s\n",
                    "daemon-reload\n",
                ],
            );
        });
    }

    it("is set before each start of the agent, once", () => {
        create({ FORWARD: [] }, { iptables, systemctl });
        instance.run(userData);
        for (const start of [() => {}, () => instance.boot({ FORWARD: [jump], "DOCKER-USER": [] })]) {
            start();
            assert.deepStrictEqual(beforeAgent(instance), { status: 0, said: "" });
            assert.deepStrictEqual(instance.chains, [`${rule}\n`, `${jump}\n`]);
        }
    });

    const failing: [string, Readonly<Record<string, string>>][] = [
        ["has no iptables", { systemctl }],
        ["cannot set it", { systemctl, iptables: "#!/bin/sh\nexit 3\n" }],
    ];
    for (const [what, programs] of failing) {
        it(`keeps an instance that ${what} out of the cluster, which says so`, () => {
            create({ FORWARD: [] }, programs);
            for (const { status, said } of [instance.run(userData), beforeAgent(instance)]) {
                assert.equal(status, 1);
                assert.match(said, /^ecs-inferentia: iptables cannot keep .*; the instance joins no cluster$/m);
            }
            assert.equal(instance.file("etc/ecs/ecs.config"), "");
        });
    }

    it("needs no package of a repository", () => {
        create({ FORWARD: [] }, { iptables, systemctl });
        assert.doesNotMatch(userData, /\b(?:yum|dnf|apt|rpm)\b/);
    });

    it("is left out where containers may reach the service", () => {
        create({ FORWARD: [] }, { iptables, systemctl });
        instance.run(
            inferentiaUserData({ clusterName: "ml", runtime: "libnrt", canContainersAccessInstanceRole: true }),
        );
        assert.deepStrictEqual([instance.chains, instance.file(dropIn)], [["", ""], ""]);
    });
});
