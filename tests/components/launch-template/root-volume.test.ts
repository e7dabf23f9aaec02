import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { checkRootVolume, rootVolume, type RootVolume } from "../../../components/launch-template/root-volume";
import { Problems } from "../../../components/validation/problems";
import { UNKNOWN } from "../../../ecs/known";
import { valueOf } from "../engine/value-of";
import { refuses, takes } from "./right-launch";

describe("LaunchTemplate, of its root volume,", () => {
    takes([
        [
            "the most IOPS and throughput that a volume has",
            { rootVolumeSizeGiB: 160, rootVolumeIops: 80_000, rootVolumeThroughput: 2000 },
        ],
        ["the throughput that EBS's own IOPS give", { rootVolumeThroughput: 750 }],
    ]);

    refuses([
        [
            "a root volume smaller than the AMI's",
            { rootVolumeSizeGiB: 8 },
            ["rootVolumeSizeGiB is 8, but must be a whole number from 30 to 16384 GiB"],
        ],
        [
            "more IOPS than a volume of the size has",
            { rootVolumeSizeGiB: 30, rootVolumeIops: 16_000 },
            ["rootVolumeIops is 16000, but a volume of 30 GiB has at most 15000; lower it, or raise rootVolumeSizeGiB"],
        ],
        [
            "more throughput than the IOPS give",
            { rootVolumeThroughput: 1000 },
            [
                "rootVolumeThroughput is 1000, but a volume of 3000 IOPS has at most 750 MiB/s; lower it, or give " +
                    "rootVolumeIops: 4000",
            ],
        ],
        [
            "a slower volume than EBS has",
            { rootVolumeIops: 100, rootVolumeThroughput: 100 },
            [
                "rootVolumeIops is 100, but must be a whole number from 3000 to 80000 IOPS",
                "rootVolumeThroughput is 100, but must be a whole number from 125 to 2000 MiB/s",
            ],
        ],
    ]);

    for (const unknown of ["rootVolumeSizeGiB", "rootVolumeIops", "rootVolumeThroughput"]) {
        it(`leaves open what depends on a ${unknown} that is not known`, () => {
            const problems = new Problems();
            const args = { rootVolumeSizeGiB: 30, rootVolumeIops: 15_000, rootVolumeThroughput: 2000 };
            checkRootVolume({ ...args, [unknown]: UNKNOWN }, "pools.small", problems);
            assert.deepStrictEqual(problems.found, []);
        });
    }

    it("is refused by its path in a cluster", () => {
        const problems = new Problems();
        checkRootVolume({ rootVolumeSizeGiB: 30, rootVolumeIops: 15_001 }, "pools.small", problems);
        assert.deepStrictEqual(
            problems.found.map(({ propertyPath }) => propertyPath),
            ["pools.small.rootVolumeIops"],
        );
    });
});

describe("The root volume of instances", () => {
    const cases: [what: string, args: RootVolume, runtime: "libnrt" | "neuron-rtd", change: object][] = [
        ["has room for the images of libnrt", {}, "libnrt", { volumeSize: 100 }],
        ["has the AMI's size with neuron-rtd", {}, "neuron-rtd", { volumeSize: 30 }],
        [
            "is as it is given, and encrypted all the same",
            {
                rootVolumeSizeGiB: 50,
                rootVolumeIops: 4000,
                rootVolumeThroughput: 500,
                rootVolumeKmsKeyId: "alias/root",
            },
            "libnrt",
            { volumeSize: 50, iops: 4000, throughput: 500, kmsKeyId: "alias/root" },
        ],
    ];
    for (const [what, args, runtime, change] of cases) {
        it(what, async () => {
            const volume = rootVolume(args, pulumi.output(runtime));
            assert.deepStrictEqual(await valueOf(pulumi.output(volume)), [
                {
                    deviceName: "/dev/xvda",
                    ebs: {
                        volumeType: "gp3",
                        volumeSize: undefined,
                        iops: undefined,
                        throughput: undefined,
                        encrypted: "true",
                        kmsKeyId: undefined,
                        deleteOnTermination: "true",
                        ...change,
                    },
                },
            ]);
        });
    }
});
