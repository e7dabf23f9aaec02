import { fromApi, pascalCase, toApi } from "../api-shape";
import type { Aws } from "../aws";
import { differences } from "../differences";
import type { Failure } from "../failure";
import { type Values } from "../property";
import type { ResourceType } from "../resource-type";
import { fromKeyValues, tagSpecification, updateEc2Tags } from "../tags";
import { isUnknown } from "../unknown";
import { launchTemplateInputs, versionInputs } from "./launch-template-inputs";

export const launchTemplate: ResourceType = {
    inputs: launchTemplateInputs,
    outputs: ["arn", "latestVersion", "tagsAll"],
    autoName: { maxLength: 125 },
    check: (values) => [
        ...imageFailures(values["imageId"]),
        ...userDataFailures(values["userData"]),
        ...hopLimitFailures(values["metadataOptions"]),
        ...exclusiveFailures(values),
    ],
    changedByUpdate(olds, news) {
        if (!makesVersion(olds, news)) {
            return [];
        }
        return news["updateDefaultVersion"] === true ? ["latestVersion", "defaultVersion"] : ["latestVersion"];
    },
    async create(aws, values) {
        const created = await (
            await aws.ec2()
        ).createLaunchTemplate({
            LaunchTemplateName: String(values["name"]),
            ...versionOf(values),
            ...tagSpecification("launch-template", values),
        });
        return created.LaunchTemplate?.LaunchTemplateId ?? "";
    },
    async read(aws, id) {
        const ec2 = await aws.ec2();
        const { LaunchTemplates: [found] = [] } = await ec2.describeLaunchTemplates({ LaunchTemplateIds: [id] });
        if (found === undefined) {
            return undefined;
        }
        const { LaunchTemplateVersions: [latest] = [] } = await ec2.describeLaunchTemplateVersions({
            LaunchTemplateId: id,
            Versions: ["$Latest"],
        });
        const data = fromApi(versionInputs, latest?.LaunchTemplateData, pascalCase);
        // The emulator describes a template with the tags that it was created with, whatever became of them.
        const { Tags: own } = await ec2.describeTags({ Filters: [{ Name: "resource-id", Values: [id] }] });
        return {
            ...data,
            tagSpecifications: withoutOwnTags(data["tagSpecifications"]),
            arn: await aws.arn("ec2", `launch-template/${id}`),
            defaultVersion: found.DefaultVersionNumber,
            description: latest?.VersionDescription,
            latestVersion: found.LatestVersionNumber,
            name: found.LaunchTemplateName,
            tagsAll: fromKeyValues(own),
        };
    },
    async update(aws, id, news, olds) {
        const ec2 = await aws.ec2();
        let latest = olds["latestVersion"];
        if (makesVersion(olds, news)) {
            const created = await ec2.createLaunchTemplateVersion({ LaunchTemplateId: id, ...versionOf(news) });
            latest = created.LaunchTemplateVersion?.VersionNumber;
        }
        const wanted = (news["updateDefaultVersion"] === true ? latest : news["defaultVersion"]) as number | undefined;
        if (wanted !== undefined && wanted !== olds["defaultVersion"]) {
            await ec2.modifyLaunchTemplate({ LaunchTemplateId: id, DefaultVersion: String(wanted) });
        }
        await updateEc2Tags(aws, id, news, olds);
    },
    async delete(aws: Aws, id) {
        await (await aws.ec2()).deleteLaunchTemplate({ LaunchTemplateId: id });
    },
};

function versionOf(values: Values): { VersionDescription?: string; LaunchTemplateData: object } {
    const { description } = values;
    return {
        ...(typeof description === "string" ? { VersionDescription: description } : {}),
        LaunchTemplateData: toApi(versionInputs, values, pascalCase),
    };
}

function makesVersion(olds: Values, news: Values): boolean {
    const { description } = launchTemplateInputs;
    return differences({ ...versionInputs, ...(description && { description }) }, olds, news).length > 0;
}

/** The emulator answers the template's own tags among those of what it launches. */
function withoutOwnTags(specifications: unknown): unknown {
    const others = ((specifications ?? []) as Values[]).filter((one) => one["resourceType"] !== "launch-template");
    return others.length === 0 ? undefined : others;
}

function imageFailures(imageId: unknown): Failure[] {
    return typeof imageId !== "string" || isUnknown(imageId) || /^(ami-[0-9a-f]{8,17}|resolve:ssm:.+)$/.test(imageId)
        ? []
        : [
              {
                  property: "imageId",
                  reason: `"${imageId}" is no AMI; required is ami-<hexadecimal digits> or resolve:ssm:<parameter>`,
              },
          ];
}

/** The value is not quoted: user data may hold secrets. */
function userDataFailures(userData: unknown): Failure[] {
    const isBase64 = (text: string): boolean =>
        /^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text) && text.replace(/\s/g, "").length % 4 === 0;
    return typeof userData !== "string" || isUnknown(userData) || isBase64(userData)
        ? []
        : [
              {
                  property: "userData",
                  reason:
                      "is not Base64; a launch template takes user data encoded: " +
                      'Buffer.from(script).toString("base64")',
              },
          ];
}

function hopLimitFailures(metadataOptions: unknown): Failure[] {
    const limit = (metadataOptions as Values | undefined)?.["httpPutResponseHopLimit"];
    return typeof limit !== "number" || (limit >= 1 && limit <= 64)
        ? []
        : [{ property: "metadataOptions.httpPutResponseHopLimit", reason: `is ${limit}; it lies between 1 and 64` }];
}

function exclusiveFailures(values: Values): Failure[] {
    const failures: Failure[] = [];
    if (values["defaultVersion"] !== undefined && values["updateDefaultVersion"] !== undefined) {
        failures.push({
            property: "updateDefaultVersion",
            reason: "is given together with defaultVersion; give one of them",
        });
    }
    if (values["vpcSecurityGroupIds"] !== undefined && values["securityGroupNames"] !== undefined) {
        failures.push({
            property: "securityGroupNames",
            reason: "is given together with vpcSecurityGroupIds; give one of them",
        });
    }
    return failures;
}
