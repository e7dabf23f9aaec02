import { Region } from "@pulumi/aws/types/enums";
import * as pulumi from "@pulumi/pulumi";
import { warn } from "../engine/warn";
import { suggestion } from "../../ecs/nearest-name";

const regions: readonly string[] = Object.values(Region);

/**
 * Warns of a region that the AWS package does not know. The provider fails on it before anything can be looked up, with
 * an error about the network only. It may be a new region, so that it is not refused.
 *
 * @returns `ready`, and with a warning not before the engine has it: the first error of the provider ends the program
 */
export function warnOfRegion<T>(component: pulumi.Resource, ready: Promise<T>): Promise<T> {
    const region = new pulumi.Config("aws").get("region");
    if (region === undefined || regions.includes(region)) {
        return ready;
    }
    const text =
        `aws:region is "${region}", which @pulumi/aws does not know${suggestion(region, regions)}; correct it ` +
        "with pulumi config set aws:region";
    return warn(text, component).then(() => ready);
}
