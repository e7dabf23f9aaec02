import assert from "node:assert/strict";
import { inferentiaUserData } from "../../../components/launch-template/user-data";
import { overwritesAgentConfig, turnsInferentiaSupportOff } from "../../../ecs/shell/agent-config";

const minimal = {
    clusterName: "ml",
    runtime: "neuron-rtd",
    spotInstanceDraining: false,
    canContainersAccessInstanceRole: false,
    extraUserData: undefined,
} as const;
const closed =
    "echo ECS_AWSVPC_BLOCK_IMDS=true >> /etc/ecs/ecs.config\n" +
    "yum install -y iptables-services\n" +
    "iptables --insert DOCKER-USER 1 --in-interface docker+ --destination 169.254.169.254/32 --jump DROP\n" +
    "iptables-save > /etc/sysconfig/iptables && systemctl enable --now iptables\n";

describe("launch template: user data", () => {
    it("joins the cluster by appending, and closes the instance's role to containers", () => {
        assert.equal(
            inferentiaUserData(minimal),
            "#!/bin/bash\n" +
                "echo ECS_CLUSTER=ml >> /etc/ecs/ecs.config\n" +
                "echo ECS_ENABLE_INF_SUPPORT=true >> /etc/ecs/ecs.config\n" +
                closed,
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
                "yum install -y htop\n",
        );
    });

    it("passes the rule about user data", () => {
        const script = inferentiaUserData(minimal);
        assert.deepStrictEqual([overwritesAgentConfig(script), turnsInferentiaSupportOff(script)], [false, false]);
    });
});
