import { Aws } from "./aws";
import { defaultsKey } from "./check-resource";
import type { Configuration } from "./configuration";
import { type Values, without } from "./property";
import { refuseUnknownRegion } from "./regions";
import type { ResourceType } from "./resource-type";
import { type Tags, tagsOf } from "./tags";
import { isObject } from "./values";

/** The emulated AWS of a configured provider, and what follows from the configuration. */
export class Account {
    private configuration: Configuration | undefined;
    private readonly regions = new Map<string, Aws>();

    configure(configuration: Configuration): void {
        this.configuration = configuration;
    }

    validateRegion(): Promise<void> {
        const { endpoint, region } = this.configured();
        return refuseUnknownRegion(endpoint, region);
    }

    /** The inputs with the values that follow from the provider's own configuration. */
    withEffective(type: ResourceType, inputs: Values): Values {
        const wanted = without(inputs, defaultsKey);
        if ("region" in type.inputs) {
            wanted["region"] ??= this.configured().region;
        }
        if (type.outputs.includes("tagsAll")) {
            wanted["tagsAll"] = this.tagsAll(wanted);
        }
        return wanted;
    }

    tagsAll(inputs: Values): unknown {
        const own = inputs["tags"] ?? {};
        return isObject(own) ? { ...this.configured().defaultTags, ...own } : own;
    }

    /** The tags that AWS has, without those that stem from the provider's default tags. */
    ownTags(described: Values, inputs: Values): Tags {
        const { defaultTags } = this.configured();
        const given = isObject(inputs["tags"]) ? inputs["tags"] : {};
        return Object.fromEntries(
            Object.entries(tagsOf(described)).filter(([key, value]) => key in given || defaultTags[key] !== value),
        );
    }

    aws(values: Values): Aws {
        const { region: configured, endpoint } = this.configured();
        const region = typeof values["region"] === "string" ? values["region"] : configured;
        const aws = this.regions.get(region) ?? new Aws(endpoint, region);
        this.regions.set(region, aws);
        return aws;
    }

    private configured(): Configuration {
        if (this.configuration === undefined) {
            throw new Error("the aws provider was called before it was configured");
        }
        return this.configuration;
    }
}
