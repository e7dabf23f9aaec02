import assert from "node:assert/strict";
import { Bucket } from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { NeuronTaskDefinition } from "../../components";
import { children, register, type Registered } from "./mocked-engine";

const model = { name: "bert", memoryReservationMiB: 1000 };
let made = 0;

/** An output that is not known at preview: the mocks do not answer it. */
function unknownText() {
    return new Bucket(`made-later-${made++}`, {}).hostedZoneId;
}

describe("A component at preview", () => {
    it("goes on with an argument that is not known yet", async () => {
        const program = () =>
            new NeuronTaskDefinition("inference", { containers: [{ ...model, image: unknownText() }] });
        const registered = children(await register(program, undefined, true));
        assert.deepStrictEqual(
            registered.map(({ name }) => name),
            [
                "inference-execution-policy",
                "inference-execution-role",
                "inference-logs",
                "inference-task",
                "made-later-0",
            ],
        );
    });

    it("refuses an output that is known to be wrong beside one that is not known, before it registers a child", async () => {
        let registered: readonly Registered[] = [];
        const program = () =>
            new NeuronTaskDefinition("inference", {
                containers: [{ ...model, image: unknownText() }],
                visibleDevices: unknownText(),
                socketContainerPath: pulumi.output("relative"),
            });
        await assert.rejects(
            register(program, (so) => (registered = children(so)), true),
            {
                message:
                    'NeuronTaskDefinition "inference" has a wrong argument:\n' +
                    '  - socketContainerPath is "relative", but must be an absolute path of letters, digits and ' +
                    "any of . _ -, without a slash at its end",
            },
        );
        assert.deepStrictEqual(
            registered.filter(({ type }) => type !== "aws:s3/bucket:Bucket"),
            [],
        );
    });
});
