import { boolean, list, text } from "../property";
import type { ProviderFunction } from "../resource-type";
import { filterInput, toFilters } from "./filters";

/** The newest first, unless told otherwise. */
export const getAmiIds: ProviderFunction = {
    inputs: {
        executableUsers: list(text()),
        filters: filterInput,
        includeDeprecated: boolean(),
        nameRegex: text(),
        owners: list(text(), { required: true }),
        region: text(),
        sortAscending: boolean(),
    },
    async call(aws, inputs) {
        const { Images: images = [] } = await (
            await aws.ec2()
        ).describeImages({
            ExecutableUsers: inputs["executableUsers"] as string[] | undefined,
            Filters: toFilters(inputs["filters"]),
            IncludeDeprecated: inputs["includeDeprecated"] as boolean | undefined,
            Owners: inputs["owners"] as string[],
        });
        const pattern = new RegExp((inputs["nameRegex"] ?? "") as string);
        const newestFirst = images
            .filter((image) => pattern.test(image.Name ?? ""))
            .sort((left, right) => (right.CreationDate ?? "").localeCompare(left.CreationDate ?? ""))
            .map((image) => image.ImageId);
        const ids = inputs["sortAscending"] === true ? newestFirst.reverse() : newestFirst;
        return { ...inputs, id: aws.region, ids, region: aws.region };
    },
};
