import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import type { MotoServer } from "../../../../emulation/moto/server";
import type { AwsProvider } from "../../../../emulation/providers/aws/provider";
import { resourceTypes } from "../../../../emulation/providers/aws/resource-types";
import { unknown } from "../../../../emulation/providers/aws/unknown";
import { configuredFor, defaultTags, emulatorFor, region } from "./emulator";
import { type LifeCycle, lifeCycles, type Values } from "./life-cycles";
import { rightInputs } from "./right-inputs";

const seed = new Uint8Array([1, 2, 3]);

/**
 * What a preview says and what is then so: each name whose value a preview knew, and wrongly. What AWS answers with
 * more than it was given is only compared where it was there before.
 */
function wronglyPlanned(type: string, plan: Values, state: Values, before?: Values): string[] {
    return Object.keys(plan).filter(
        (name) =>
            plan[name] !== unknown &&
            (before !== undefined || resourceTypes[type]?.inputs[name]?.answered !== true) &&
            !isDeepStrictEqual(plan[name], state[name]),
    );
}

describe("the life of a resource in an emulated AWS", function () {
    this.timeout(60_000);
    let server: MotoServer;
    let provider: AwsProvider;
    const created: Record<string, Values> = {};
    const inputsOf: Record<string, Values> = {};

    before(async function () {
        server = await emulatorFor(this);
        provider = configuredFor(server);
    });

    after(() => server?.stop());

    const urnOf = ({ type, name }: LifeCycle): { type: string; name: string } => ({ type, name });

    function checked(cycle: LifeCycle, inputs: Values): Values {
        const result = provider.check(urnOf(cycle), inputsOf[cycle.name] ?? {}, inputs, seed);
        assert.deepStrictEqual(result.failures, []);
        return result.inputs;
    }

    async function refreshedWithoutChange(cycle: LifeCycle): Promise<void> {
        const [inputs, state] = [inputsOf[cycle.name] ?? {}, created[cycle.name] ?? {}];
        const read = await provider.read(urnOf(cycle), String(state["id"]), state, inputs);
        assert.deepStrictEqual(read.inputs, inputs);
        assert.deepStrictEqual(provider.diff(urnOf(cycle), read.inputs, inputs, read.state).changed, []);
    }

    it("is told for every type", () => {
        assert.deepStrictEqual(
            [...new Set(lifeCycles.map(({ type }) => type as string))].sort(),
            Object.keys(resourceTypes).sort(),
        );
    });

    for (const cycle of lifeCycles) {
        const { name, type } = cycle;

        it(`creates ${name} as previewed, with every output`, async () => {
            const inputs = checked(cycle, cycle.inputs(created));
            const plan = await provider.create(urnOf(cycle), inputs, true, 0);
            const { id, state } = await provider.create(urnOf(cycle), inputs, false, 0);
            inputsOf[name] = inputs;
            created[name] = state;
            assert.equal(state["id"], id);
            assert.deepStrictEqual(wronglyPlanned(type, plan.state, state), []);
            assert.deepStrictEqual(
                Object.keys(plan.state).filter((key) => state[key] === undefined),
                cycle.unanswered ?? [],
            );
            if (resourceTypes[type]?.outputs.includes("tagsAll") === true) {
                assert.deepStrictEqual(state["tagsAll"], { ...defaultTags, ...(inputs["tags"] as Values | undefined) });
            }
            if ("region" in (resourceTypes[type]?.inputs ?? {})) {
                assert.equal(state["region"], region);
            }
        });

        it(`finds ${name} unchanged when it is read`, () => refreshedWithoutChange(cycle));

        const { change } = cycle;
        if (change !== undefined) {
            it(`updates ${name} as previewed`, async () => {
                const before = created[name] ?? {};
                const inputs = checked(cycle, { ...cycle.inputs(created), ...change(created) });
                const { changed, replaces } = provider.diff(urnOf(cycle), inputsOf[name] ?? {}, inputs, before);
                assert.deepStrictEqual([[...changed].sort(), replaces], [Object.keys(change(created)).sort(), []]);
                const plan = await provider.update(urnOf(cycle), String(before["id"]), before, inputs, true, 0);
                const state = await provider.update(urnOf(cycle), String(before["id"]), before, inputs, false, 0);
                inputsOf[name] = inputs;
                created[name] = state;
                assert.equal(state["id"], before["id"]);
                assert.deepStrictEqual(wronglyPlanned(type, plan, state, before), []);
            });

            it(`finds ${name} unchanged when it is read after the update`, () => refreshedWithoutChange(cycle));
        }
    }

    it("knows revision and ARNs of a task definition", () => {
        const { id, arn, arnWithoutRevision, revision } = created["task-definition"] ?? {};
        const without = `arn:aws:ecs:${region}:123456789012:task-definition/model`;
        assert.deepStrictEqual([id, arn, arnWithoutRevision, revision], ["model", `${without}:1`, without, 1]);
    });

    it("makes a new version of a launch template of an update, and lets it be the default", () => {
        const { latestVersion, defaultVersion } = created["template"] ?? {};
        assert.deepStrictEqual([latestVersion, defaultVersion], [2, 2]);
    });

    it("finds out what was changed outside of Pulumi", async () => {
        const cycle = lifeCycles.find(({ name }) => name === "logs");
        assert.ok(cycle);
        const [inputs, state] = [inputsOf["logs"] ?? {}, created["logs"] ?? {}];
        const change = { retentionInDays: 7, tags: { c: "3" } };
        await provider.update(urnOf(cycle), String(state["id"]), state, { ...inputs, ...change }, false, 0);
        const read = await provider.read(urnOf(cycle), String(state["id"]), state, inputs);
        assert.deepStrictEqual(read.inputs, { ...inputs, ...change });
        const { retentionInDays, tags, tagsAll } = read.state;
        assert.deepStrictEqual(
            { retentionInDays, tags, tagsAll },
            { ...change, tagsAll: { ...change.tags, ...defaultTags } },
        );
        created["logs"] = read.state;
    });

    it("imports what is already there, with inputs that change nothing", async () => {
        const cycle = lifeCycles.find(({ name }) => name === "role");
        assert.ok(cycle);
        const { id, ...known } = created["role"] ?? {};
        const read = await provider.read(urnOf(cycle), String(id), {}, {});
        const { name, tags } = read.inputs;
        assert.deepStrictEqual(
            [read.id, read.state["arn"], name, tags],
            [id, known["arn"], known["name"], known["tags"]],
        );
        assert.deepStrictEqual(
            provider.diff(urnOf(cycle), read.inputs, checked(cycle, read.inputs), read.state).changed,
            [],
        );
    });

    it("takes a role's own policies with it, also one that someone has taken off before", async () => {
        const urn = { type: "aws:iam/role:Role", name: "owner" };
        const arns = ["AmazonEC2ReadOnlyAccess", "AmazonSSMManagedInstanceCore"].map(
            (name) => `arn:aws:iam::aws:policy/${name}`,
        );
        const inlinePolicies = [{ name: "own", policy: '{"Version":"2012-10-17","Statement":[]}' }];
        const { inputs } = provider.check(
            urn,
            {},
            { ...rightInputs["aws:iam/role:Role"], inlinePolicies, managedPolicyArns: arns },
            seed,
        );
        const { id, state } = await provider.create(urn, inputs, false, 0);
        const attachment = { type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment", name: "other" };
        await provider.delete(attachment, "", { role: id, policyArn: arns[0] }, 0);
        await provider.delete(urn, id, state, 0);
        assert.equal((await provider.read(urn, id, state, {})).id, "");
    });

    it("does not take a resource for gone because something of it is", async () => {
        const { id, ...state } = created["egress"] ?? {};
        const urn = { type: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", name: "egress" };
        const moved = { ...state, securityGroupId: "sg-00000000000000000" };
        await assert.rejects(() => provider.delete(urn, String(id), moved, 0), /^Error: InvalidGroup\.NotFound: /);
    });

    for (const cycle of [...lifeCycles].reverse()) {
        it(`deletes ${cycle.name}, and does not mind that it is gone`, async () => {
            const state = created[cycle.name] ?? {};
            const id = String(state["id"]);
            await provider.delete(urnOf(cycle), id, state, 0);
            assert.deepStrictEqual(await provider.read(urnOf(cycle), id, state, {}), { id: "", state: {}, inputs: {} });
            await provider.delete(urnOf(cycle), id, state, 0);
        });
    }

    it("gives a log group none of the tags of its predecessor of the same name", async () => {
        const urn = { type: "aws:cloudwatch/logGroup:LogGroup", name: "again" };
        const first = await provider.create(urn, { name: "again", retentionInDays: 0, tags: { a: "1" } }, false, 0);
        await provider.delete(urn, first.id, first.state, 0);
        const second = await provider.create(urn, { name: "again", retentionInDays: 0 }, false, 0);
        assert.deepStrictEqual((await provider.read(urn, second.id, second.state, {})).state["tagsAll"], defaultTags);
    });
});
