import {
    inferentiaAmiFolder,
    isInferentiaAmiParameter,
    neuronAmiFolder,
    recommendedInferentiaAmiParameter,
    resolveSsmPrefix,
} from "../../contract";
import { known } from "../known";
import { named } from "../stack/stack-resources";
import { mostParameter, quoted } from "../task/task-definition";
import type { Rule } from "./rule";
import { sources } from "./sources";

const example = `${resolveSsmPrefix}${recommendedInferentiaAmiParameter}/image_id`;

export const neuronAmi: Rule = {
    name: "neuron-ami",
    summary:
        "A launch template for Inf1 takes its image from a Systems Manager parameter of the Inferentia or Neuron AMIs.",
    severity: "medium",
    level: "advisory",
    why:
        "Only these images bring the Neuron driver and an agent with Inferentia support; on another one the instance " +
        "joins the cluster, and every inference task on it fails. A fixed id also stops receiving fixes, and is " +
        "another one in each region.",
    fix:
        `Name a parameter below ${inferentiaAmiFolder} or ${neuronAmiFolder}, as ${example}, or in amiSsmParameter ` +
        "of " +
        "Inf1LaunchTemplate. For an own image, switch this advice off for the launch template.",
    sources: [sources.amiMetadata, sources.imageParameters],
    *perLaunchTemplate(template) {
        const path = "imageId";
        const parameter = known(template.imageParameter, path);
        if (parameter !== undefined && isInferentiaAmiParameter(parameter)) {
            return;
        }
        const subject = `launch template ${named(template.id)} launches Inf1 instances`;
        const folders = `${inferentiaAmiFolder} or ${neuronAmiFolder}`;
        const remedy = `take it from a parameter below ${folders}, for example ${example}`;
        if (parameter !== undefined) {
            yield {
                path,
                message:
                    `${subject} from the image of the parameter ${quoted(parameter, mostParameter)}, which is none ` +
                    "of " +
                    `the Inferentia or Neuron AMIs: ${remedy}`,
            };
        } else if (known(template.imageId, path) === undefined) {
            yield { path, message: `${subject} without naming an image: ${remedy}` };
        } else {
            yield {
                path,
                message:
                    `${subject} from an image of which the stack shows the id only, and not that it is an Inferentia ` +
                    `or Neuron AMI: ${remedy}`,
            };
        }
    },
};
