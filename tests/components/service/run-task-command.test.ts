import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { runTaskCommand, type RunTask } from "../../../components";

const task: RunTask = { cluster: "ml", taskDefinition: "bert:1", capacityProvider: "ml-small", region: "us-west-2" };

/** The words that a shell gives to the command. */
function words(command: string): string[] {
    const script = `aws() { printf '%s\\n' "$@"; }; ${command}`;
    return execFileSync("sh", ["-c", script], { encoding: "utf8" }).trimEnd().split("\n");
}

describe("The command for a one-off task", () => {
    it("names the capacity provider, so that ECS starts an instance for it", () => {
        assert.equal(
            runTaskCommand(task),
            "aws ecs run-task --cluster ml --task-definition bert:1 " +
                "--capacity-provider-strategy capacityProvider=ml-small,weight=1 --region us-west-2",
        );
    });

    it("keeps away from the instances of a service that runs the task", () => {
        assert.deepStrictEqual(words(runTaskCommand({ ...task, serviceName: "serving" })).slice(8, 10), [
            "--placement-constraints",
            'type=memberOf,expression="not(task:group == service:serving)"',
        ]);
    });

    it("gives the network of a task in network mode awsvpc", () => {
        const networkConfiguration = { subnets: ["subnet-1", "subnet-2"], securityGroups: ["sg-1"] };
        assert.deepStrictEqual(words(runTaskCommand({ ...task, networkConfiguration })).slice(8, 10), [
            "--network-configuration",
            "awsvpcConfiguration={subnets=[subnet-1,subnet-2],securityGroups=[sg-1]}",
        ]);
    });

    it("gives no security groups where there are none", () => {
        const networkConfiguration = { subnets: ["subnet-1"] };
        assert.deepStrictEqual(words(runTaskCommand({ ...task, networkConfiguration })).slice(8, 10), [
            "--network-configuration",
            "awsvpcConfiguration={subnets=[subnet-1]}",
        ]);
    });

    for (const name of ["it's", "$(reboot)", "a b", "`id`", 'a"b', "a\\b"]) {
        it(`keeps ${name} one word`, () => {
            assert.equal(words(runTaskCommand({ ...task, cluster: name }))[3], name);
        });
    }
});
