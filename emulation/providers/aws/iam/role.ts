import { differences, jsonMeaning } from "../differences";
import { tags } from "../common-inputs";
import { boolean, document, list, number, object, type Properties, text, type Values } from "../property";
import type { ResourceType } from "../resource-type";
import { fromKeyValues, tagChanges, tagsOf, toKeyValues } from "../tags";
import { decodedPolicy, policyFailures } from "./policy-document";
import { detachAll, detachOwn, policiesOf, setPolicies } from "./role-policies";

const inputs: Properties = {
    assumeRolePolicy: document({ required: true, meaning: jsonMeaning }),
    description: text(),
    forceDetachPolicies: boolean({ default: false }),
    inlinePolicies: list(object({ name: text(), policy: text({ meaning: jsonMeaning }) }), {
        computed: true,
        unordered: true,
    }),
    managedPolicyArns: list(text(), { computed: true, unordered: true }),
    maxSessionDuration: number({ default: 3600 }),
    name: text({ replaces: true }),
    namePrefix: text({ replaces: true }),
    path: text({ replaces: true, default: "/" }),
    permissionsBoundary: text(),
    tags,
};

export const role: ResourceType = {
    inputs,
    outputs: ["arn", "createDate", "tagsAll", "uniqueId"],
    autoName: { maxLength: 64 },
    check: (values) => policyFailures("assumeRolePolicy", values["assumeRolePolicy"]),
    async create(aws, values) {
        const created = await (
            await aws.iam()
        ).createRole({
            AssumeRolePolicyDocument: String(values["assumeRolePolicy"]),
            Description: values["description"] as string | undefined,
            MaxSessionDuration: Number(values["maxSessionDuration"]),
            Path: String(values["path"]),
            PermissionsBoundary: values["permissionsBoundary"] as string | undefined,
            RoleName: String(values["name"]),
            Tags: toKeyValues(tagsOf(values)),
        });
        return created.Role?.RoleName ?? "";
    },
    async finish(aws, id, values) {
        await setPolicies(await aws.iam(), id, {}, values);
    },
    async read(aws, id) {
        const { Role: found } = await (await aws.iam()).getRole({ RoleName: id });
        return (
            found && {
                arn: found.Arn,
                assumeRolePolicy: decodedPolicy(found.AssumeRolePolicyDocument),
                createDate: found.CreateDate?.toISOString(),
                description: found.Description,
                ...(await policiesOf(await aws.iam(), id)),
                maxSessionDuration: found.MaxSessionDuration,
                name: found.RoleName,
                path: found.Path,
                permissionsBoundary: found.PermissionsBoundary?.PermissionsBoundaryArn,
                tagsAll: fromKeyValues(found.Tags),
                uniqueId: found.RoleId,
            }
        );
    },
    async update(aws, id, news, olds) {
        const iam = await aws.iam();
        const changed = (...names: string[]): boolean =>
            differences(Object.fromEntries(Object.entries(inputs).filter(([name]) => names.includes(name))), olds, news)
                .length > 0;
        if (changed("assumeRolePolicy")) {
            await iam.updateAssumeRolePolicy({ RoleName: id, PolicyDocument: String(news["assumeRolePolicy"]) });
        }
        if (changed("description", "maxSessionDuration")) {
            const Description = (news["description"] ?? "") as string;
            await iam.updateRole({ RoleName: id, Description, MaxSessionDuration: Number(news["maxSessionDuration"]) });
        }
        if (changed("permissionsBoundary")) {
            const boundary = news["permissionsBoundary"];
            await (typeof boundary === "string"
                ? iam.putRolePermissionsBoundary({ RoleName: id, PermissionsBoundary: boundary })
                : iam.deleteRolePermissionsBoundary({ RoleName: id }));
        }
        await setPolicies(iam, id, olds, news);
        const { removed, set } = tagChanges(olds, news);
        if (removed.length > 0) {
            await iam.untagRole({ RoleName: id, TagKeys: removed });
        }
        if (Object.keys(set).length > 0) {
            await iam.tagRole({ RoleName: id, Tags: toKeyValues(set) });
        }
    },
    async delete(aws, id, state: Values) {
        const iam = await aws.iam();
        await (state["forceDetachPolicies"] === true ? detachAll(iam, id) : detachOwn(iam, id, state));
        await iam.deleteRole({ RoleName: id });
    },
};
