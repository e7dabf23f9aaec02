// The provider that Pulumi starts where a program in another language uses the components. Its schema is ready, so that
// it needs no TypeScript, and loads the components only when the first one is made.
"use strict";

const { AsyncLocalStorage } = require("node:async_hooks");
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
        return new Promise((resolve, reject) => {
            const making = { reject, isMade: false };
            makings.run(making, () => {
                const component = new Component(name, inputs, options);
                // Null where there is none: what is left out would be unknown to a preview, and whoever uses it not be
                // told.
                const valueOf = (output) => pulumi.output(component[output]).apply((value) => value ?? null);
                const outputs = Object.keys(definition.properties).map((output) => [output, valueOf(output)]);
                const answer = { urn: component.urn, state: Object.fromEntries(outputs) };
                const settled = Promise.all(outputs.map(([, output]) => output.promise(true)));
                settled.then(() => {
                    making.isMade = true;
                    resolve(answer);
                }, reject);
            });
        }).catch((error) => {
            // Its message has all that is wrong; the engine would add each of its properties again.
            throw pulumi.InputPropertiesError.isInstance(error) ? new Error(error.message) : error;
        });
    },
};

/** The component whose program runs. */
const makings = new AsyncLocalStorage();

void main(provider, process.argv.slice(2));

// A refusal is the answer of its own component. The last of the SDK's listeners answers for all that are made at that
// time, and those before it print.
const listeners = process.listeners("unhandledRejection");
process.removeAllListeners("unhandledRejection");
process.on("unhandledRejection", (error, promise) => {
    const isRefusal = pulumi.InputPropertiesError.isInstance(error);
    const making = makings.getStore();
    if (isRefusal && making?.isMade === false) {
        making.reject(error);
    } else {
        const told = isRefusal ? listeners.slice(-1) : listeners;
        told.forEach((tell) => tell(error, promise));
    }
});
