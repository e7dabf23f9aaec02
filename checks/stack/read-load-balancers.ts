import { providerUnhealthyThreshold, targetGroupDefaults } from "../../contract";
import { UNKNOWN, type Known } from "../../ecs/known";
import { at, firstAt, items, number, text } from "./fields";
import { mapped } from "./references";
import type { ResourceReader } from "./resource-reader";
import type { SourceResource } from "./source-resource";
import type { ResourceReference, ServiceLoadBalancer, TargetGroup } from "./stack-resources";

/** Reads the load balancers of a service; Terraform has a block of each. */
export function readLoadBalancers(
    reader: ResourceReader,
    resource: SourceResource,
): Known<readonly ServiceLoadBalancer[]> {
    const { properties } = resource;
    const key = at(properties, "loadBalancers") === undefined ? "loadBalancer" : "loadBalancers";
    const balancers = items(at(properties, key));
    return balancers === UNKNOWN
        ? UNKNOWN
        : balancers.map((balancer, index) => ({
              path: [key, index],
              containerName: text(at(balancer, "containerName")),
              containerPort: number(at(balancer, "containerPort")),
              targetGroup: targetGroupAt(`${key}[${index}]`, text(at(balancer, "targetGroupArn"))),
          }));

    function targetGroupAt(property: string, arn: Known<string> | undefined): Known<ResourceReference<TargetGroup>> {
        return arn === undefined
            ? { targets: [], elsewhere: true }
            : mapped(reader.references.find(resource, property, [arn], "targetGroup"), readTargetGroup);
    }
}

function readTargetGroup({ id, properties }: SourceResource): TargetGroup {
    const { interval: defaultInterval, unhealthyThreshold } = targetGroupDefaults;
    const hasBlock = at(properties, "healthCheck") !== undefined;
    const interval = number(firstAt(properties, ["healthCheck", "interval"], ["healthCheckIntervalSeconds"]));
    const threshold =
        number(firstAt(properties, ["healthCheck", "unhealthyThreshold"], ["unhealthyThresholdCount"])) ??
        (hasBlock ? providerUnhealthyThreshold : unhealthyThreshold);
    return {
        id,
        unhealthyAfter:
            interval === UNKNOWN || threshold === UNKNOWN ? UNKNOWN : (interval ?? defaultInterval) * threshold,
    };
}
