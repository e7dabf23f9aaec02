import type { Image } from "@aws-sdk/client-ec2";
import type { Aws } from "../aws";
import { boolean, list, map, text, unserved, type Values } from "../property";
import type { ProviderFunction } from "../resource-type";
import { fromKeyValues } from "../tags";
import { filterInput, toFilters } from "./filters";

export const getAmi: ProviderFunction = {
    inputs: {
        allowUnsafeFilter: boolean(),
        executableUsers: list(text()),
        filters: filterInput,
        includeDeprecated: boolean(),
        mostRecent: boolean(),
        nameRegex: text(),
        owners: list(text()),
        region: text(),
        tags: map(text()),
        uefiData: unserved(),
    },
    async call(aws, inputs) {
        const { Images: images = [] } = await (
            await aws.ec2()
        ).describeImages({
            ExecutableUsers: inputs["executableUsers"] as string[] | undefined,
            Filters: toFilters(inputs["filters"], inputs["tags"]),
            IncludeDeprecated: inputs["includeDeprecated"] as boolean | undefined,
            Owners: inputs["owners"] as string[] | undefined,
        });
        const pattern = new RegExp((inputs["nameRegex"] ?? "") as string);
        const found = images
            .filter((image) => pattern.test(image.Name ?? ""))
            .sort((left, right) => (right.CreationDate ?? "").localeCompare(left.CreationDate ?? ""));
        const [image] = found;
        if (image === undefined) {
            throw new Error("Your query returned no results. Please change your search criteria and try again.");
        }
        if (found.length > 1 && inputs["mostRecent"] !== true) {
            throw new Error(
                "Your query returned more than one result. Please try a more specific search criteria, or set " +
                    "`most_recent` attribute to true.",
            );
        }
        return { ...inputs, ...(await described(aws, image)) };
    },
};

async function described(aws: Aws, image: Image): Promise<Values> {
    const root = image.BlockDeviceMappings?.find((one) => one.DeviceName === image.RootDeviceName);
    return {
        architecture: image.Architecture,
        arn: (await aws.arn("ec2", `image/${image.ImageId ?? ""}`)).replace(/:\d+:image/, "::image"),
        blockDeviceMappings: (image.BlockDeviceMappings ?? []).map((one) => ({
            deviceName: one.DeviceName ?? "",
            ebs: Object.fromEntries(
                Object.entries(one.Ebs ?? {}).map(([key, value]) => [
                    key.charAt(0).toLowerCase() + key.slice(1),
                    String(value),
                ]),
            ),
            noDevice: one.NoDevice ?? "",
            virtualName: one.VirtualName ?? "",
        })),
        bootMode: image.BootMode ?? "",
        creationDate: image.CreationDate ?? "",
        deprecationTime: image.DeprecationTime ?? "",
        description: image.Description ?? "",
        enaSupport: image.EnaSupport ?? false,
        hypervisor: image.Hypervisor ?? "",
        id: image.ImageId,
        imageId: image.ImageId,
        imageLocation: image.ImageLocation ?? "",
        imageOwnerAlias: image.ImageOwnerAlias ?? "",
        imageType: image.ImageType ?? "",
        imdsSupport: image.ImdsSupport ?? "",
        kernelId: image.KernelId ?? "",
        lastLaunchedTime: image.LastLaunchedTime ?? "",
        name: image.Name ?? "",
        ownerId: image.OwnerId ?? "",
        platform: image.Platform ?? "",
        platformDetails: image.PlatformDetails ?? "",
        productCodes: (image.ProductCodes ?? []).map((one) => ({
            productCodeId: one.ProductCodeId,
            productCodeType: one.ProductCodeType,
        })),
        public: image.Public ?? false,
        ramdiskId: image.RamdiskId ?? "",
        region: aws.region,
        rootDeviceName: image.RootDeviceName ?? "",
        rootDeviceType: image.RootDeviceType ?? "",
        rootSnapshotId: root?.Ebs?.SnapshotId ?? "",
        sriovNetSupport: image.SriovNetSupport ?? "",
        state: image.State ?? "",
        stateReason: { code: image.StateReason?.Code ?? "UNSET", message: image.StateReason?.Message ?? "UNSET" },
        tags: fromKeyValues(image.Tags),
        tpmSupport: image.TpmSupport ?? "",
        usageOperation: image.UsageOperation ?? "",
        virtualizationType: image.VirtualizationType ?? "",
    };
}
