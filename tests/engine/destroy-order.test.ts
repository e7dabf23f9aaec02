import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { stateOf } from "../upgrade/recorded";
import { goneTooEarly } from "./destroy-order";

interface State {
    readonly deployment: { readonly resources: Record<string, unknown>[] };
}

/** A state of before the egress rules had anything that depends on them. */
const recorded = () => JSON.parse(readFileSync(stateOf("0.1.0"), "utf8")) as State;

const drained = "instances have it, and drain through it";

describe("The order of a destroy", () => {
    it("is told of an exported state: which resource may go before one that needs it", () => {
        assert.deepStrictEqual(
            goneTooEarly(recorded()),
            ["one-egress-ipv4", "one-egress-ipv6"]
                .map((rule) => `SecurityGroupEgressRule ${rule} may go before Group one-group: ${drained}`)
                .concat(
                    ["two-egress-ipv4", "two-egress-ipv6"].flatMap((rule) =>
                        ["two-large-group", "two-small-group"].map(
                            (group) => `SecurityGroupEgressRule ${rule} may go before Group ${group}: ${drained}`,
                        ),
                    ),
                ),
        );
    });

    it("holds between all pairs of kinds that nothing but dependencies keeps in order", () => {
        const state = recorded();
        for (const resource of state.deployment.resources) {
            delete resource["dependencies"];
            delete resource["propertyDependencies"];
            delete resource["replaceWith"];
        }
        const kinds = goneTooEarly(state).map((one) => one.replaceAll(/(\w+) [\w-]+( may go before |:)/g, "$1$2"));
        assert.deepStrictEqual([...new Set(kinds.map((one) => one.slice(0, one.indexOf(":"))))].sort(), [
            "CapacityProvider may go before Service",
            "Cluster may go before Group",
            "ClusterCapacityProviders may go before Service",
            "Group may go before CapacityProvider",
            "InstanceProfile may go before Group",
            "LaunchTemplate may go before Group",
            "LogGroup may go before Service",
            "Role may go before Group",
            "Role may go before Service",
            "RolePolicy may go before Group",
            "RolePolicy may go before Service",
            "SecurityGroup may go before Group",
            "SecurityGroupEgressRule may go before Group",
            "Subnet may go before Group",
            "TaskDefinition may go before Service",
            "Vpc may go before Group",
        ]);
    });
});
