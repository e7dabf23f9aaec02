import type { IAM, PolicyVersion } from "@aws-sdk/client-iam";
import { AwsError } from "../aws-error";
import { tags } from "../common-inputs";
import { differences, jsonMeaning } from "../differences";
import { document, type Properties, text, unserved } from "../property";
import type { ResourceType } from "../resource-type";
import { fromKeyValues, tagChanges, tagsOf, toKeyValues } from "../tags";
import { decodedPolicy, policyFailures } from "./policy-document";

const inputs: Properties = {
    delayAfterPolicyCreationInMs: unserved(),
    description: text({ replaces: true }),
    name: text({ replaces: true }),
    namePrefix: text({ replaces: true }),
    path: text({ replaces: true, default: "/" }),
    policy: document({ required: true, meaning: jsonMeaning }),
    tags,
};

/** IAM keeps this many versions of a policy. */
const maxVersions = 5;

export const policy: ResourceType = {
    inputs,
    outputs: ["arn", "attachmentCount", "policyId", "tagsAll"],
    autoName: { maxLength: 128 },
    check: (values) => policyFailures("policy", values["policy"]),
    async create(aws, values) {
        const created = await (
            await aws.iam()
        ).createPolicy({
            Description: values["description"] as string | undefined,
            Path: String(values["path"]),
            PolicyDocument: String(values["policy"]),
            PolicyName: String(values["name"]),
            Tags: toKeyValues(tagsOf(values)),
        });
        return created.Policy?.Arn ?? "";
    },
    async read(aws, id) {
        const iam = await aws.iam();
        const { Policy: found } = await iam.getPolicy({ PolicyArn: id });
        const { PolicyVersion: version } = await iam.getPolicyVersion({
            PolicyArn: id,
            VersionId: found?.DefaultVersionId,
        });
        return (
            found && {
                arn: found.Arn,
                attachmentCount: found.AttachmentCount,
                description: found.Description,
                name: found.PolicyName,
                path: found.Path,
                policy: decodedPolicy(version?.Document),
                policyId: found.PolicyId,
                tagsAll: fromKeyValues(found.Tags),
            }
        );
    },
    async update(aws, PolicyArn, news, olds) {
        const iam = await aws.iam();
        const { policy: property } = inputs;
        if (property !== undefined && differences({ policy: property }, olds, news).length > 0) {
            const versions = await versionsOf(iam, PolicyArn);
            await removeVersions(iam, PolicyArn, others(versions).slice(maxVersions - 2));
            await iam.createPolicyVersion({ PolicyArn, PolicyDocument: String(news["policy"]), SetAsDefault: true });
        }
        const { removed, set } = tagChanges(olds, news);
        if (removed.length > 0) {
            await iam.untagPolicy({ PolicyArn, TagKeys: removed });
        }
        if (Object.keys(set).length > 0) {
            await iam.tagPolicy({ PolicyArn, Tags: toKeyValues(set) });
        }
    },
    async delete(aws, PolicyArn) {
        const iam = await aws.iam();
        const { Policy: found } = await iam.getPolicy({ PolicyArn });
        await removeVersions(iam, PolicyArn, others(await versionsOf(iam, PolicyArn)));
        if ((found?.AttachmentCount ?? 0) > 0) {
            throw new AwsError("DeleteConflictException", "Cannot delete a policy attached to entities.");
        }
        await iam.deletePolicy({ PolicyArn });
    },
};

async function versionsOf(iam: IAM, PolicyArn: string): Promise<PolicyVersion[]> {
    return (await iam.listPolicyVersions({ PolicyArn })).Versions ?? [];
}

/** The versions that are not in force, the newest first. */
function others(versions: PolicyVersion[]): PolicyVersion[] {
    const age = ({ CreateDate }: PolicyVersion) => CreateDate?.getTime() ?? 0;
    return versions.filter((one) => one.IsDefaultVersion !== true).sort((one, other) => age(other) - age(one));
}

async function removeVersions(iam: IAM, PolicyArn: string, versions: PolicyVersion[]): Promise<void> {
    for (const { VersionId } of versions) {
        await iam.deletePolicyVersion({ PolicyArn, VersionId });
    }
}
