import assert from "node:assert/strict";
import { blockImdsInBridgeMode } from "../../../components/launch-template/block-imds";
import { inferentiaUserData } from "../../../components/launch-template/user-data";
import { readAgentSettings } from "../../../ecs/pool/agent-settings";
import { agentWait } from "../../../ecs/pool/agent-wait";
import { replacesFile } from "../../../ecs/pool/replaced-file";

const minimal = {
    clusterName: "ml",
    runtime: "neuron-rtd",
    spotInstanceDraining: false,
    canContainersAccessInstanceRole: false,
    extraUserData: undefined,
} as const;
describe("launch template: user data", () => {
    it("closes the instance's role to containers, and then joins the cluster by appending", () => {
        assert.equal(
            inferentiaUserData(minimal),
            "#!/bin/bash\n" +
                `${blockImdsInBridgeMode.join("\n")}\n` +
                "echo ECS_CLUSTER=ml >> /etc/ecs/ecs.config\n" +
                "echo ECS_ENABLE_INF_SUPPORT=true >> /etc/ecs/ecs.config\n" +
                "echo ECS_AWSVPC_BLOCK_IMDS=true >> /etc/ecs/ecs.config\n",
        );
    });

    it("leaves the support for the sidecar out with libnrt, drains spot instances, and ends with the caller's lines", () => {
        assert.equal(
            inferentiaUserData({
                clusterName: "ml",
                runtime: "libnrt",
                spotInstanceDraining: true,
                canContainersAccessInstanceRole: true,
                extraUserData: "yum install -y htop\n",
            }),
            "#!/bin/bash\n" +
                "echo ECS_CLUSTER=ml >> /etc/ecs/ecs.config\n" +
                "echo ECS_ENABLE_SPOT_INSTANCE_DRAINING=true >> /etc/ecs/ecs.config\n" +
                "echo ECS_IMAGE_PULL_INACTIVITY_TIMEOUT=600s >> /etc/ecs/ecs.config\n" +
                "yum install -y htop\n",
        );
    });

    it("tells the agent how it pulls images", () => {
        const lines = inferentiaUserData({
            ...minimal,
            imagePullBehavior: "prefer-cached",
            imagePullInactivityTimeout: 90,
            imagePullTimeout: 3600,
        }).split("\n");
        assert.deepStrictEqual(
            lines.filter((line) => line.includes("IMAGE_PULL")),
            [
                "echo ECS_IMAGE_PULL_BEHAVIOR=prefer-cached >> /etc/ecs/ecs.config",
                "echo ECS_IMAGE_PULL_INACTIVITY_TIMEOUT=90s >> /etc/ecs/ecs.config",
                "echo ECS_IMAGE_PULL_TIMEOUT=3600s >> /etc/ecs/ecs.config",
            ],
        );
    });

    it("passes the rule about user data", () => {
        const script = inferentiaUserData(minimal);
        assert.deepStrictEqual(
            [
                replacesFile(script, "/etc/ecs/ecs.config"),
                readAgentSettings(script).isInfSupportOff,
                agentWait(script).isEndless,
            ],
            [false, false, false],
        );
    });
});
