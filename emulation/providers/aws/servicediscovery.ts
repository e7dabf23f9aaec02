import type { Namespace } from "@aws-sdk/client-servicediscovery";
import type { Aws } from "./aws";
import { unlessGone } from "./aws-error";
import { region, tags } from "./common-inputs";
import { type Properties, text } from "./property";
import type { ResourceType, ResourceTypes } from "./resource-type";
import { fromKeyValues, tagChanges, tagsOf, toKeyValues } from "./tags";

const inputs: Properties = {
    description: text({ replaces: true }),
    name: text({ replaces: true }),
    region,
    tags,
};

/** A namespace whose services are found by calls of the API, as those of Service Connect are. */
const httpNamespace: ResourceType = {
    inputs,
    outputs: ["arn", "httpName", "tagsAll"],
    autoName: { maxLength: 1024 },
    async create(aws, values) {
        const discovery = await aws.serviceDiscovery();
        const { OperationId } = await discovery.createHttpNamespace({
            Description: values["description"] as string | undefined,
            Name: String(values["name"]),
            Tags: toKeyValues(tagsOf(values)),
        });
        return (await discovery.getOperation({ OperationId })).Operation?.Targets?.NAMESPACE ?? "";
    },
    async read(aws, id) {
        const found = await describe(aws, id);
        const own =
            found && (await (await aws.serviceDiscovery()).listTagsForResource({ ResourceARN: found.Arn ?? "" }));
        return (
            found && {
                arn: found.Arn,
                description: found.Description,
                httpName: found.Properties?.HttpProperties?.HttpName,
                name: found.Name,
                tagsAll: fromKeyValues(own?.Tags),
            }
        );
    },
    async update(aws, _id, news, olds) {
        const ResourceARN = String(olds["arn"]);
        const { removed, set } = tagChanges(olds, news);
        const discovery = await aws.serviceDiscovery();
        if (removed.length > 0) {
            await discovery.untagResource({ ResourceARN, TagKeys: removed });
        }
        if (Object.keys(set).length > 0) {
            await discovery.tagResource({ ResourceARN, Tags: toKeyValues(set) });
        }
    },
    async delete(aws, id) {
        await (await aws.serviceDiscovery()).deleteNamespace({ Id: id });
    },
};

async function describe(aws: Aws, Id: string): Promise<Namespace | undefined> {
    return (await unlessGone((await aws.serviceDiscovery()).getNamespace({ Id })))?.Namespace;
}

/** AWS Cloud Map. */
export const serviceDiscoveryTypes: ResourceTypes = {
    "aws:servicediscovery/httpNamespace:HttpNamespace": httpNamespace,
};
