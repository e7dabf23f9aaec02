// What Pulumi runs where a program in another language uses the components: a provider that hosts what this exports.
"use strict";

const { createRequire } = require("node:module");

try {
    // Pulumi reads the components' types from their sources, with the TypeScript that it finds beside itself; the old
    // one that it brings for want of another does not understand them.
    createRequire(require.resolve("@pulumi/pulumi")).resolve("typescript");
} catch (cause) {
    throw new Error(
        "pulumi-ecs-inferentia needs TypeScript beside @pulumi/pulumi to tell other languages its types; " +
            "run npm install typescript where you installed pulumi-ecs-inferentia",
        { cause },
    );
}

module.exports = require("../dist/components");
