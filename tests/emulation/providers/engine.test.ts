import assert from "node:assert/strict";
import { join } from "node:path";
import {
    awsOf,
    foldersOf,
    inventory,
    makeProject,
    obtainTools,
    openSession,
    operate,
    pulumi,
    type Session,
} from "../../../emulation/session";
import { orSkip } from "./skip";

type Operation = Awaited<ReturnType<typeof operate>>;

/** How many resources the engine did what with. */
function changes({ events, code, stdout, stderr }: Operation): Readonly<Record<string, number>> {
    assert.equal(code, 0, stdout + stderr);
    const summaries = events.flatMap(({ summaryEvent }) =>
        summaryEvent === undefined ? [] : [summaryEvent.resourceChanges],
    );
    return summaries.at(-1) ?? assert.fail("the engine gave no summary");
}

/** What the engine did, by type and name, without what stays the same. */
function steps({ events }: Operation): string[] {
    return events
        .flatMap(({ resourcePreEvent }) => (resourcePreEvent === undefined ? [] : [resourcePreEvent.metadata]))
        .filter(({ op }) => op !== "same")
        .map(({ op, type, urn }) => `${op} ${type} ${urn.split("::").pop() ?? ""}`)
        .sort();
}

function errors({ code, events }: Operation): string[] {
    assert.notEqual(code, 0, "the operation did not fail");
    const said = events.flatMap(({ diagnosticEvent }) =>
        diagnosticEvent?.severity === "error" ? [diagnosticEvent.message] : [],
    );
    return said.map((message) => message.replace(/<\{%(\w|\s)*%\}>/g, "").trim());
}

const all = 38;

describe("the stand-in providers under the engine", function () {
    this.timeout(120_000);
    let session: Session;
    let unused: readonly string[];

    before(async function () {
        this.timeout(1_800_000);
        session = await openSession(await orSkip(this, () => obtainTools(console.warn)));
        makeProject(join(__dirname, "program"), foldersOf(session.folder).project);
        assert.equal((await pulumi(session, ["stack", "init", "dev"])).code, 0);
        await set("aws:defaultTags", '{"tags":{"team":"ml","stage":"dev"}}');
        unused = await inventory(awsOf(session));
    });

    after(() => session?.close());

    async function set(key: string, value: string): Promise<void> {
        assert.equal((await pulumi(session, ["config", "set", key, value])).code, 0);
    }

    const preview = (...args: string[]): Promise<Operation> => operate(session, ["preview", ...args]);
    const up = (): Promise<Operation> => operate(session, ["up", "--yes", "--skip-preview"]);

    async function broken(what: string): Promise<string[]> {
        await set("broken", what);
        try {
            return errors(await preview());
        } finally {
            assert.equal((await pulumi(session, ["config", "rm", "broken"])).code, 0);
        }
    }

    it("preview one resource of every type", async () => {
        assert.deepStrictEqual(changes(await preview()), { create: all });
    });

    it("deploy what was previewed, with default tags, and without showing a secret", async () => {
        const operation = await up();
        assert.deepStrictEqual(changes(operation), { create: all });
        const { clusterTags, revision, subnets } = JSON.parse(
            (await pulumi(session, ["stack", "output", "--json"])).stdout,
        ) as Record<string, unknown>;
        assert.deepStrictEqual(
            [clusterTags, revision, subnets],
            [{ stage: "dev", team: "own" }, 1, ["10.0.64.0/19", "10.0.0.0/18", "10.0.192.0/19", "10.0.128.0/18"]],
        );
        const { stdout: state } = await pulumi(session, ["stack", "export"]);
        for (const secret of ["hunter2", "I2Nsb3VkLWNvbmZpZwpodW50ZXIy"]) {
            assert.equal(`${operation.stdout}${operation.stderr}${state}`.includes(secret), false);
        }
    });

    it("preview no changes after that, nor after a refresh", async () => {
        assert.deepStrictEqual(changes(await preview("--expect-no-changes")), { same: all });
        assert.deepStrictEqual(changes(await operate(session, ["refresh", "--yes", "--skip-preview"])), { same: all });
        assert.deepStrictEqual(changes(await preview("--expect-no-changes")), { same: all });
    });

    it("update what can be updated, and replace the task definition by a new revision", async () => {
        await set("size", "2xlarge");
        const wanted = steps(await preview());
        assert.deepStrictEqual(wanted.filter((step) => !step.includes("aws:ec2/")).sort(), [
            "create-replacement aws:ecs/taskDefinition:TaskDefinition model",
            "delete-replaced aws:ecs/taskDefinition:TaskDefinition model",
            "replace aws:ecs/taskDefinition:TaskDefinition model",
            "update aws:autoscaling/group:Group instances",
            "update aws:ecs/service:Service model",
        ]);
        assert.deepStrictEqual(steps(await up()), wanted);
        assert.deepStrictEqual(changes(await preview("--expect-no-changes")), { same: all });
        const { stdout } = await pulumi(session, ["stack", "output", "revision"]);
        assert.equal(stdout.trim(), "2");
    });

    it("refuse another capacity provider strategy of the service, unless a deployment is forced", async () => {
        const service = "aws:ecs/service:Service model";
        await set("weight", "2");
        assert.match(JSON.stringify(await preview()), /force_new_deployment should be true when capacity_provider_/);
        await set("force", "true");
        assert.deepStrictEqual(steps(await preview()), [`update ${service}`]);
        assert.deepStrictEqual(steps(await up()), [`update ${service}`]);
        assert.deepStrictEqual(changes(await preview("--expect-no-changes")), { same: all });
    });

    it("say all that is wrong with one resource at once, at preview", async () => {
        const task = "aws:ecs/taskDefinition:TaskDefinition resource 'model' has a problem:";
        // What else the engine was about when it gave up, it reports too.
        const found = (await broken("containers")).filter((message) => message.startsWith(task));
        assert.deepStrictEqual(found.map((message) => message.replace(/; known are [^.]*/, "; known are …")).sort(), [
            `${task} "cpus" is no input here (did you mean "cpu"?); known are …. Examine values at ` +
                "'model.containerDefinitions[0].cpus'.",
            `${task} must be a number, not a string. Examine values at 'model.containerDefinitions[0].memory'.`,
        ]);
    });

    it("refuse a launch type beside a capacity provider strategy, at preview", async () => {
        assert.deepStrictEqual(await broken("service"), [
            "aws:ecs/service:Service resource 'model' has a problem: is given together with " +
                "capacityProviderStrategies; Amazon ECS takes one of " +
                "them: remove launchType to use the capacity providers. Examine values at 'model.launchType'.",
        ]);
    });

    it("refuse an unknown type by its name", async () => {
        assert.match(
            (await broken("type")).join("\n"),
            /unknown resource type "aws:s3\/bucket:Bucket": this stand-in of the aws provider serves/,
        );
    });

    it("refuse wrong inputs of a VPC by their names", async () => {
        assert.match(
            (await broken("network")).join("\n"),
            /numberOfAvailabilityZones[^]*must come to at least one zone/,
        );
    });

    it("destroy everything, and leave nothing in AWS", async () => {
        assert.deepStrictEqual(changes(await operate(session, ["destroy", "--yes", "--skip-preview"])), {
            delete: all,
        });
        assert.deepStrictEqual(await inventory(awsOf(session)), unused);
    });
});
