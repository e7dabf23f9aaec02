import { neuronAmiFolder } from "../../contract";
import { holds, known } from "../../ecs/known";
import type { Rule } from "./rule";
import { sources } from "./sources";

export const neuronInstanceImdsv2: Rule = {
    name: "neuron-instance-imdsv2",
    summary:
        "A launch template for Inferentia or Trainium requires IMDSv2, or turns the instance metadata service off.",
    severity: "high",
    level: "mandatory",
    why:
        "Model containers fetch what a request names: images, documents, other models. With IMDSv1 one forged " +
        "request through such a container hands out the credentials of the instance role, which every task on the " +
        "instance shares. Where the Neuron AMI requires it already, to say so is advice.",
    fix:
        'Set "httpTokens": "required" in the metadata options of the launch template, with ' +
        '"httpPutResponseHopLimit": 2 for containers in bridge mode.',
    sources: [sources.metadataService, sources.instanceSecurity],
    *perLaunchTemplate(template) {
        const path = ["metadataOptions", "httpTokens"];
        if (known(template.httpEndpoint, ["metadataOptions", "httpEndpoint"]) === "disabled") {
            return;
        }
        const tokens = known(template.httpTokens, path);
        if (tokens !== "required") {
            const has = tokens === undefined ? "leaves httpTokens to the image and the account" : "lets IMDSv1 in";
            // Amazon Linux 2023, and so the Neuron AMI, requires it (Amazon Linux 2023 User Guide, "IMDSv2").
            const isRequired = holds(template.imageParameter, (one) => one.startsWith(`${neuronAmiFolder}/`));
            const isAdvice = tokens === undefined && (template.isInstance || isRequired === true);
            if (isAdvice && template.isInstance && isRequired !== false) {
                return;
            }
            yield {
                ...(isAdvice && { isAdvice }),
                path,
                subject: template.title,
                problem: `launches Neuron instances and ${has}`,
                requirement: "it must require IMDSv2",
                remedy: 'set httpTokens to "required"',
            };
        }
    },
};
