// The provider that Pulumi starts where a program in another language uses the components. Its schema is ready, so that
// it needs no TypeScript, and loads the components only when the first one is made.
"use strict";

const pulumi = require("@pulumi/pulumi");
const { main } = require("@pulumi/pulumi/provider");
const schema = require("./schema.json");

const provider = {
    version: schema.version,
    getSchema: () => Promise.resolve(JSON.stringify(schema)),
    construct(name, type, inputs, options) {
        const definition = schema.resources[type];
        if (definition === undefined) {
            throw new Error(`${schema.name} has no component ${type}`);
        }
        const Component = require("../dist/components")[type.split(":")[2]];
        const component = new Component(name, inputs, options);
        // Null where there is none: what is left out would be unknown to a preview, and whoever uses it not be told.
        const valueOf = (output) => pulumi.output(component[output]).apply((value) => value ?? null);
        const outputs = Object.keys(definition.properties).map((output) => [output, valueOf(output)]);
        return Promise.resolve({ urn: component.urn, state: Object.fromEntries(outputs) });
    },
};

void main(provider, process.argv.slice(2));

// The last of the SDK's listeners answers the engine, and those before it print. A refusal is told by the answer alone.
const listeners = process.listeners("unhandledRejection");
process.removeAllListeners("unhandledRejection");
process.on("unhandledRejection", (error, promise) => {
    const told = pulumi.InputPropertiesError.isInstance(error) ? listeners.slice(-1) : listeners;
    told.forEach((tell) => tell(error, promise));
});
