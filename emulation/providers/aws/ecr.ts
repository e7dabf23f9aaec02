import type { EncryptionType, ImageTagMutability } from "@aws-sdk/client-ecr";
import { region, tags } from "./common-inputs";
import { boolean, list, object, type Properties, text, unserved, type Values } from "./property";
import type { ResourceType, ResourceTypes } from "./resource-type";
import { fromKeyValues, tagChanges, tagsOf, toKeyValues } from "./tags";

const inputs: Properties = {
    encryptionConfigurations: list(
        object({ encryptionType: text({ default: "AES256", oneOf: ["AES256", "KMS", "KMS_DSSE"] }), kmsKey: text() }),
        {
            replaces: true,
        },
    ),
    forceDelete: boolean(),
    imageScanningConfiguration: object({ scanOnPush: boolean({ required: true }) }),
    imageTagMutability: text({ default: "MUTABLE", oneOf: ["IMMUTABLE", "MUTABLE"] }),
    imageTagMutabilityExclusionFilters: unserved(),
    name: text({ replaces: true }),
    region,
    tags,
};

const repository: ResourceType = {
    inputs,
    outputs: ["arn", "registryId", "repositoryUrl", "tagsAll"],
    autoName: { maxLength: 256, lowerCase: true },
    async create(aws, values) {
        const [encryption] = (values["encryptionConfigurations"] ?? []) as {
            encryptionType?: EncryptionType;
            kmsKey?: string;
        }[];
        const created = await (
            await aws.ecr()
        ).createRepository({
            encryptionConfiguration: encryption && {
                encryptionType: encryption.encryptionType ?? "AES256",
                kmsKey: encryption.kmsKey,
            },
            imageScanningConfiguration: { scanOnPush: scansOnPush(values) },
            imageTagMutability: values["imageTagMutability"] as ImageTagMutability,
            repositoryName: String(values["name"]),
            tags: toKeyValues(tagsOf(values)),
        });
        return created.repository?.repositoryName ?? "";
    },
    async read(aws, id) {
        const ecr = await aws.ecr();
        const { repositories: [found] = [] } = await ecr.describeRepositories({ repositoryNames: [id] });
        const { tags: own } = await ecr.listTagsForResource({ resourceArn: found?.repositoryArn });
        return (
            found && {
                arn: found.repositoryArn,
                encryptionConfigurations:
                    found.encryptionConfiguration === undefined ? undefined : [{ ...found.encryptionConfiguration }],
                imageScanningConfiguration: { scanOnPush: found.imageScanningConfiguration?.scanOnPush ?? false },
                imageTagMutability: found.imageTagMutability,
                name: found.repositoryName,
                registryId: found.registryId,
                repositoryUrl: found.repositoryUri,
                tagsAll: fromKeyValues(own),
            }
        );
    },
    async update(aws, id, news, olds) {
        const ecr = await aws.ecr();
        if (news["imageTagMutability"] !== olds["imageTagMutability"]) {
            await ecr.putImageTagMutability({
                repositoryName: id,
                imageTagMutability: news["imageTagMutability"] as ImageTagMutability,
            });
        }
        if (scansOnPush(news) !== scansOnPush(olds)) {
            await ecr.putImageScanningConfiguration({
                repositoryName: id,
                imageScanningConfiguration: { scanOnPush: scansOnPush(news) },
            });
        }
        const resourceArn = String(olds["arn"]);
        const { removed, set } = tagChanges(olds, news);
        if (removed.length > 0) {
            await ecr.untagResource({ resourceArn, tagKeys: removed });
        }
        if (Object.keys(set).length > 0) {
            await ecr.tagResource({ resourceArn, tags: toKeyValues(set) });
        }
    },
    async delete(aws, id, state) {
        await (await aws.ecr()).deleteRepository({ repositoryName: id, force: state["forceDelete"] === true });
    },
};

function scansOnPush(values: Values): boolean {
    return (values["imageScanningConfiguration"] as Values | undefined)?.["scanOnPush"] === true;
}

/** Amazon Elastic Container Registry. */
export const ecrTypes: ResourceTypes = { "aws:ecr/repository:Repository": repository };
