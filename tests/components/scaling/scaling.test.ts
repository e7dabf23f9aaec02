import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Scaling, Service, type ScalingArgs } from "../../../components";
import { children, register } from "../mocked-engine";
import { minimal } from "../service/right-service";
import { backlogPerTask, bounds, created, scaled, service, target } from "./harness";

describe("Scaling", () => {
    it("changes the bounds by a schedule, also by outputs", async () => {
        const schedule = [
            { cron: "0 8 ? * MON-FRI *", timeZone: "Europe/Berlin", min: 2, max: 3 },
            pulumi.output({ cron: "0 20 ? * MON-FRI *", min: 1 }),
        ];
        assert.deepStrictEqual(await created({ ...bounds, schedule }), {
            "Target bert-target": target,
            "ScheduledAction bert-schedule-0": {
                ...scaled,
                schedule: "cron(0 8 ? * MON-FRI *)",
                timezone: "Europe/Berlin",
                scalableTargetAction: { minCapacity: 2, maxCapacity: 3 },
            },
            "ScheduledAction bert-schedule-1": {
                ...scaled,
                schedule: "cron(0 20 ? * MON-FRI *)",
                timezone: "UTC",
                scalableTargetAction: { minCapacity: 1 },
            },
        });
    });

    it("leaves the bounds that a schedule changes where the schedule has left them", async () => {
        const ignored = async (schedule: ScalingArgs["schedule"]): Promise<readonly string[] | undefined> => {
            const ignoreChanges: Record<string, readonly string[]> = {};
            await created({ ...bounds, cpu: 60, schedule }, { ignoreChanges });
            return ignoreChanges["bert-target"];
        };
        const cron = "0 8 ? * MON-FRI *";
        assert.deepStrictEqual(await ignored(undefined), []);
        assert.deepStrictEqual(await ignored([{ cron, min: 2 }]), ["minCapacity"]);
        assert.deepStrictEqual(
            await ignored([
                { cron, min: 2 },
                { cron, max: 3 },
            ]),
            ["minCapacity", "maxCapacity"],
        );
        assert.deepStrictEqual(await ignored([pulumi.output({ cron, min: 2 })]), ["minCapacity", "maxCapacity"]);
    });

    it("changes one thing of its target after another", async () => {
        const dependencies: Record<string, readonly string[]> = {};
        const schedule = [
            { cron: "0 8 ? * MON-FRI *", min: 1 },
            { cron: "0 20 ? * MON-FRI *", min: 0 },
        ];
        await created({ ...bounds, cpu: 60, memory: 80, backlogPerTask, schedule }, { dependencies });
        const ofTarget = Object.entries(dependencies).filter(([name]) => name.startsWith("bert-"));
        assert.deepStrictEqual(Object.fromEntries(ofTarget), {
            "bert-target": [],
            "bert-cpu": ["bert-target"],
            "bert-memory": ["bert-cpu", "bert-target"],
            "bert-backlog": ["bert-memory", "bert-target"],
            // Of two resources of this name, the alarm, which waits for the policy.
            "bert-from-zero": ["bert-backlog", "bert-from-zero"],
            "bert-schedule-0": ["bert-from-zero", "bert-target"],
            "bert-schedule-1": ["bert-schedule-0", "bert-target"],
        });
    });

    it("takes the component, its output, and a service of one's own, and waits for the service", async () => {
        const ofService: ((bert: Service) => ScalingArgs["service"])[] = [(bert) => bert, (bert) => bert.service];
        for (const reference of ofService) {
            const dependencies: Record<string, readonly string[]> = {};
            const registered = await register(
                () => {
                    const bert = new Service("bert", { ...minimal, ignoreDesiredCount: true });
                    new Scaling("bert", { service: reference(bert), min: 1, max: 1, cpu: 60 });
                },
                undefined,
                false,
                { dependencies },
            );
            const inputs = children(registered).find(({ name }) => name === "bert-target")?.inputs;
            assert.deepStrictEqual(inputs, {
                ...scaled,
                resourceId: "service/ml/bert-service",
                minCapacity: 1,
                maxCapacity: 1,
            });
            assert.deepStrictEqual(dependencies["bert-target"], ["bert-service"]);
        }
        const { "Target bert-target": own } = await created({ ...bounds, service: pulumi.output(service), cpu: 60 });
        assert.deepStrictEqual(own, target);
    });

    it("refuses at preview what the pool of the component cannot hold, and a service that holds its count", async () => {
        const bert = (args: object) => new Service("bert", { ...minimal, ...args });
        await assert.rejects(
            register(() => new Scaling("bert", { service: bert({}), min: 1, max: 2, cpu: 60 }), undefined, true),
            {
                message:
                    'Scaling "bert" has 2 wrong arguments:\n' +
                    "  - service.ignoreDesiredCount is false, so that updates of the service would set back the number of " +
                    "tasks; give the Service ignoreDesiredCount: true, and desiredCount is the number at the beginning only\n" +
                    "  - max is 2, but must be at most 1, as the pool of the service has up to 2 instances (maxSize), each " +
                    "of which takes one task, and a deployment starts a task before it stops one; give 1, or raise maxSize " +
                    "to 3, or the Service deploymentMinimumHealthyPercent: 0, which stops a task first",
            },
        );
        const two = { ignoreDesiredCount: true, deploymentMinimumHealthyPercent: 0 };
        await register(() => new Scaling("bert", { service: bert(two), min: 1, max: 2, cpu: 60 }), undefined, true);
    });

    it("creates nothing where an argument is wrong, and refuses outputs once they are known", async () => {
        const seen: string[] = [];
        for (const max of [0, pulumi.output(0)]) {
            await assert.rejects(
                register(
                    () => new Scaling("bert", { ...bounds, max, cpu: 60 }),
                    (all) => seen.push(...children(all).map(({ name }) => name)),
                ),
                { name: "InvalidArgumentsError" },
            );
        }
        assert.deepStrictEqual(seen, []);
    });
});
