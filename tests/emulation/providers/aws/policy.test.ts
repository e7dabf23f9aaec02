import assert from "node:assert/strict";
import type { MotoServer } from "../../../../emulation/moto/server";
import { Aws } from "../../../../emulation/providers/aws/aws";
import { configuredFor, emulatorFor, region } from "./emulator";
import { Emulated, type Resource } from "./emulated";

const policyType = "aws:iam/policy:Policy";

function allowing(Action: string): { policy: string } {
    return {
        policy: JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action, Resource: "*" }] }),
    };
}

describe("a managed policy", function () {
    this.timeout(60_000);
    let server: MotoServer;
    let emulated: Emulated;

    before(async function () {
        server = await emulatorFor(this);
        emulated = new Emulated(configuredFor(server));
    });

    after(() => server?.stop());

    const versions = async (PolicyArn: string) => {
        const iam = await new Aws(server.endpoint, region).iam();
        const { Versions: found = [] } = await iam.listPolicyVersions({ PolicyArn });
        return found
            .map(({ VersionId, IsDefaultVersion }) => `${VersionId}${IsDefaultVersion === true ? "*" : ""}`)
            .sort();
    };

    it("keeps the last five versions", async () => {
        let policy: Resource = await emulated.create(policyType, "grown", allowing("s3:Get0"));
        for (const number of [1, 2, 3, 4, 5, 6]) {
            policy = await emulated.update(policy, allowing(`s3:Get${number}`));
        }
        assert.deepStrictEqual(await versions(policy.id), ["v3", "v4", "v5", "v6", "v7*"]);
        assert.deepStrictEqual(await emulated.secondPreview(policy, true), { changed: [], replaces: [] });
        await emulated.remove(policy);
    });

    it("gets no version for a policy of the same meaning", async () => {
        const policy = await emulated.create(policyType, "same", allowing("s3:Get"));
        const spaced = JSON.stringify(JSON.parse(allowing("s3:Get").policy), null, 4);
        await emulated.update(policy, { policy: spaced, tags: { a: "1" } });
        assert.deepStrictEqual(await versions(policy.id), ["v1*"]);
    });

    it("is not deleted while a role has it", async () => {
        const policy = await emulated.create(policyType, "attached", allowing("s3:Get"));
        const role = await emulated.create("aws:iam/role:Role", "attached", {});
        const attachment = await emulated.create("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "attached", {
            role: role.id,
            policyArn: policy.id,
        });
        await assert.rejects(() => emulated.remove(policy), {
            message: "DeleteConflictException: Cannot delete a policy attached to entities.",
        });
        await emulated.remove(attachment);
        await emulated.remove(policy);
    });

    it("is replaced when its description, name or path changes", async () => {
        const policy = await emulated.create(policyType, "replaced", { ...allowing("s3:Get"), description: "one" });
        for (const change of [{ description: "two" }, { name: "other" }, { path: "/other/" }]) {
            const changed = Object.keys(change);
            assert.deepStrictEqual(await emulated.preview(policy, change), { changed, replaces: changed });
        }
    });
});
