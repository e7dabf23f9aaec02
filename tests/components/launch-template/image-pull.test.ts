import assert from "node:assert/strict";
import { imagePullSettings, type ImagePull } from "../../../components/launch-template/image-pull";
import { refuses, takes } from "./right-launch";

describe("LaunchTemplate, of how images are pulled,", () => {
    takes([
        ["images to pull ahead", { prePull: ["bert", "public.ecr.aws/neuron/x:1", `bert@sha256:${"0".repeat(64)}`] }],
    ]);

    refuses([
        [
            "an image with what a shell reads",
            { prePull: ["bert:1; reboot"] },
            ['prePull[0] is "bert:1; reboot", but must be an image: its registry, repository and tag or digest'],
        ],
        [
            "image pulls that the agent does not know",
            { imagePullBehavior: "never", imagePullInactivityTimeout: 30, imagePullTimeout: 1 },
            [
                'imagePullBehavior is "never", but must be one of default, always, once, prefer-cached',
                "imagePullInactivityTimeout is 30, but must be a whole number 60 or more seconds",
                "imagePullTimeout is 1, but must be a whole number 60 or more seconds",
            ],
        ],
    ]);
});

describe("The agent's settings of image pulls", () => {
    const settings = (behavior?: string, inactivity?: string, timeout?: string) => ({
        ECS_IMAGE_PULL_BEHAVIOR: behavior,
        ECS_IMAGE_PULL_INACTIVITY_TIMEOUT: inactivity,
        ECS_IMAGE_PULL_TIMEOUT: timeout,
    });
    const cases: [what: string, args: ImagePull, runtime: "libnrt" | "neuron-rtd", settings: object][] = [
        ["are its own with neuron-rtd", {}, "neuron-rtd", settings()],
        ["leave large images of libnrt ten minutes to stand still", {}, "libnrt", settings(undefined, "600s")],
        [
            "are those that are given",
            { imagePullBehavior: "once", imagePullInactivityTimeout: 90, imagePullTimeout: 3600 },
            "libnrt",
            settings("once", "90s", "3600s"),
        ],
    ];
    for (const [what, args, runtime, expected] of cases) {
        it(what, () => assert.deepStrictEqual(imagePullSettings(args as never, runtime), expected));
    }
});
