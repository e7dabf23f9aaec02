import { maxParameterLength, quoted } from "../phrasing/names";
import {
    inferentiaAmiFolder,
    isInf1InstanceType,
    isInferentiaAmiParameter,
    neuronAmiFolder,
    recommendedInferentiaAmiParameter,
    recommendedNeuronAmiParameter,
    resolveSsmPrefix,
} from "../../contract";
import { known } from "../../ecs/known";
import { launchedFrom } from "../stack/instances";
import type { Rule } from "./rule";
import { sources } from "./sources";

/** Of the older images, only those for Inf1 have a driver for Runtime 1.x: the others have no reason to name them. */
const forInf1 =
    `take it from a parameter below ${inferentiaAmiFolder} or ${neuronAmiFolder}, for example ` +
    `${resolveSsmPrefix}${recommendedInferentiaAmiParameter}/image_id`;
const forOthers =
    `take it from a parameter below ${neuronAmiFolder}, for example ` +
    `${resolveSsmPrefix}${recommendedNeuronAmiParameter}/image_id`;

export const neuronAmi: Rule = {
    name: "neuron-ami",
    summary:
        "A launch template for Inferentia or Trainium takes its image from a Systems Manager parameter of the " +
        "Inferentia or Neuron AMIs.",
    severity: "medium",
    level: "advisory",
    why:
        "Only these images bring the Neuron driver and an agent with Inferentia support; on another one the instance " +
        "joins the cluster, and every Neuron task on it fails. A fixed id also stops receiving fixes, and is " +
        "another one in each region.",
    fix:
        `Name a parameter below ${neuronAmiFolder}, or for Inf1 also below ${inferentiaAmiFolder}, as ` +
        `${resolveSsmPrefix}${recommendedNeuronAmiParameter}/image_id, or in amiSsmParameter of ` +
        "LaunchTemplate. " +
        "For an own image, give that component its amiId, or switch this advice off for the launch template.",
    sources: [sources.optimizedAmis, sources.amiMetadata, sources.imageParameters],
    *perLaunchTemplate(template, stack) {
        const path = ["imageId"];
        const parameter = known(template.imageParameter, path);
        if (template.hasChosenImage || (parameter !== undefined && isInferentiaAmiParameter(parameter))) {
            return;
        }
        const imageId = known(template.imageId, path);
        if (imageId === undefined && stack.groupsFrom(template).some(({ isOfBatch }) => isOfBatch === true)) {
            return;
        }
        const types = launchedFrom(template, stack);
        const isForInf1 = types.some(isInf1InstanceType);
        const launches = `launches ${isForInf1 ? "Inf1" : "Neuron"} instances`;
        yield {
            path,
            subject: template.title,
            problem: `${launches} ${withoutNeuronAmi(parameter, imageId)}`,
            remedy: isForInf1 ? forInf1 : forOthers,
        };
    },
};

/** Which image there is, in words. */
function withoutNeuronAmi(parameter: string | undefined, imageId: string | undefined): string {
    if (parameter !== undefined) {
        const from = `from the image of the parameter ${quoted(parameter, maxParameterLength)}`;
        return `${from}, which is none of the Inferentia or Neuron AMIs`;
    }
    return imageId === undefined
        ? "without naming an image"
        : "from an image of which the stack shows the id only, and not that it is an Inferentia or Neuron AMI";
}
