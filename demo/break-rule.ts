import * as pulumi from "@pulumi/pulumi";
import { brokenRuleVariable, taskDefinitionType, variants, withMistake } from "./variants";

const rule = process.env[brokenRuleVariable];
const variant = variants.find((each) => each.rule === rule);
if (variant === undefined) {
    throw new Error(
        `${brokenRuleVariable} is ${rule === undefined ? "not set" : `"${rule}"`}; it must be one of ` +
            variants.map((each) => each.rule).join(", "),
    );
}

pulumi.runtime.registerStackTransformation(({ type, props, opts }) => {
    if (type !== taskDefinitionType) {
        return undefined;
    }
    const broken = pulumi
        .output(props["containerDefinitions"] as pulumi.Input<string>)
        .apply((definitions) => JSON.stringify(withMistake(variant, JSON.parse(definitions) as { name: string }[])));
    return { props: { ...props, containerDefinitions: broken }, opts };
});
