import * as pulumi from "@pulumi/pulumi";
import { brokenRuleVariable, taskDefinitionType, variants, type Container } from "./variants";

const rule = process.env[brokenRuleVariable];
const variant = variants.find((each) => each.rule === rule);
if (variant === undefined) {
    throw new Error(
        `${brokenRuleVariable} is ${rule === undefined ? "not set" : `"${rule}"`}; it must be one of ` +
            `${variants.map((each) => each.rule).join(", ")}`,
    );
}

pulumi.runtime.registerStackTransformation(({ type, props, opts }) => {
    if (type !== taskDefinitionType) {
        return undefined;
    }
    const broken = pulumi.output(props["containerDefinitions"] as pulumi.Input<string>).apply((definitions) => {
        const containers = JSON.parse(definitions) as Container[];
        variant.make(containers);
        return JSON.stringify(containers);
    });
    return { props: { ...props, containerDefinitions: broken }, opts };
});
