import assert from "node:assert/strict";
import { PolicySeverity } from "@pulumi/pulumi/proto/analyzer_pb";
import { enforcement, packFolder, servePolicyPack } from "./policy-server";

const nameOf = (values: object, value: number) =>
    Object.entries(values)
        .find((entry) => entry[1] === value)?.[0]
        ?.replace("POLICY_SEVERITY_", "")
        .toLowerCase();

describe("What users of the pack rely on", function () {
    this.timeout(60_000);

    it("is the name, level and severity of each policy, as long as the major version stays", async () => {
        const pack = await servePolicyPack(packFolder);
        const { policiesList } = await pack.info();
        pack.close();
        assert.deepStrictEqual(
            policiesList.map(
                ({ name, enforcementlevel, severity }) =>
                    `${name} ${String(nameOf(enforcement, enforcementlevel))} ` +
                    String(nameOf(PolicySeverity, severity)),
            ),
            [
                "ecs-inferentia advisory low",
                "neuron-rtd-sidecar mandatory critical",
                "neuron-rtd-starts-first mandatory high",
                "neuron-rtd-capabilities mandatory critical",
                "neuron-rtd-shared-volume mandatory critical",
                "neuron-rtd-address mandatory critical",
                "neuron-visible-devices mandatory critical",
                "neuron-rtd-least-privilege mandatory high",
                "neuron-compatible-launch-type mandatory critical",
                "neuron-placement mandatory high",
                "neuron-devices-exist mandatory high",
                "neuron-image-supports-instance mandatory high",
                "neuron-task-fits mandatory high",
                "one-inference-task-per-instance advisory medium",
                "neuron-ami advisory medium",
                "neuron-driver-supports-runtime advisory medium",
                "neuron-instance-imdsv2 mandatory high",
                "neuron-instance-hop-limit advisory medium",
                "neuron-instance-user-data mandatory high",
                "static-host-port-deployment advisory medium",
                "load-balancer-port-exists mandatory high",
                "health-check-grace-period advisory medium",
                "scaling-fits-pool advisory medium",
                "neuron-runtime-mixed mandatory high",
                "libnrt-devices mandatory critical",
                "managed-neuron-device mandatory critical",
                "task-definition-shape mandatory high",
                "neuron-advice advisory low",
                "neuron-unknown-at-preview advisory low",
                "neuron-suppressed advisory low",
                "neuron-remediated advisory low",
            ],
        );
    });
});
