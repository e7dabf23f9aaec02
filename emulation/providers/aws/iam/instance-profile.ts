import type { IAM } from "@aws-sdk/client-iam";
import { unlessGone } from "../aws-error";
import { tags } from "../common-inputs";
import { type Properties, text } from "../property";
import type { ResourceType } from "../resource-type";
import { fromKeyValues, tagChanges, tagsOf, toKeyValues } from "../tags";

const inputs: Properties = {
    name: text({ replaces: true }),
    namePrefix: text({ replaces: true }),
    path: text({ replaces: true, default: "/" }),
    role: text(),
    tags,
};

export const instanceProfile: ResourceType = {
    inputs,
    outputs: ["arn", "createDate", "tagsAll", "uniqueId"],
    autoName: { maxLength: 128 },
    async create(aws, values) {
        const created = await (
            await aws.iam()
        ).createInstanceProfile({
            InstanceProfileName: String(values["name"]),
            Path: String(values["path"]),
            Tags: toKeyValues(tagsOf(values)),
        });
        return created.InstanceProfile?.InstanceProfileName ?? "";
    },
    async finish(aws, id, values) {
        await setRole(await aws.iam(), id, undefined, values["role"]);
    },
    async read(aws, id) {
        const { InstanceProfile: found } = await (await aws.iam()).getInstanceProfile({ InstanceProfileName: id });
        return (
            found && {
                arn: found.Arn,
                createDate: found.CreateDate?.toISOString(),
                name: found.InstanceProfileName,
                path: found.Path,
                role: found.Roles?.[0]?.RoleName,
                tagsAll: fromKeyValues(found.Tags),
                uniqueId: found.InstanceProfileId,
            }
        );
    },
    async update(aws, id, news, olds) {
        const iam = await aws.iam();
        await setRole(iam, id, olds["role"], news["role"]);
        const { removed, set } = tagChanges(olds, news);
        if (removed.length > 0) {
            await iam.untagInstanceProfile({ InstanceProfileName: id, TagKeys: removed });
        }
        if (Object.keys(set).length > 0) {
            await iam.tagInstanceProfile({ InstanceProfileName: id, Tags: toKeyValues(set) });
        }
    },
    async delete(aws, id, state) {
        const iam = await aws.iam();
        await setRole(iam, id, state["role"], undefined);
        await iam.deleteInstanceProfile({ InstanceProfileName: id });
    },
};

/** A profile holds one role at most. */
async function setRole(iam: IAM, InstanceProfileName: string, before: unknown, after: unknown): Promise<void> {
    if (before === after) {
        return;
    }
    // The emulator breaks where the profile has no such role; AWS says that it is not there, which is no failure.
    const { InstanceProfile: found } = await iam.getInstanceProfile({ InstanceProfileName });
    if (typeof before === "string" && found?.Roles?.some(({ RoleName }) => RoleName === before) === true) {
        await unlessGone(iam.removeRoleFromInstanceProfile({ InstanceProfileName, RoleName: before }));
    }
    if (typeof after === "string") {
        await iam.addRoleToInstanceProfile({ InstanceProfileName, RoleName: after });
    }
}
