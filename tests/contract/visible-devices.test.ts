import assert from "node:assert/strict";
import {
    formatVisibleDevices,
    parseVisibleDevices,
    visibleDevicesProblems,
    type Inf1InstanceType,
} from "../../contract";

describe("AWS_NEURON_VISIBLE_DEVICES", () => {
    const right: [string, "ALL" | number[]][] = [
        ["ALL", "ALL"],
        ["0", [0]],
        ["0,1", [0, 1]],
        ["2,3", [2, 3]],
        ["8,9,10,11", [8, 9, 10, 11]],
    ];
    for (const [text, devices] of right) {
        it(`reads ${text}, and writes it back`, () => {
            assert.deepStrictEqual(parseVisibleDevices(text), { devices });
            assert.equal(formatVisibleDevices(devices), text);
        });
    }

    const wrong: [string, string, string[]][] = [
        ["an empty list", "", ["the list is empty"]],
        ["ALL in lower case", "all", ['item 1, "all", is not a device index']],
        ["ALL in a list", "0,ALL", ['item 2, "ALL", is not a device index']],
        ["a duplicate", "0,0", ["device 0 stands twice"]],
        ["a later duplicate", "0,1,0", ["device 0 stands twice"]],
        ["a gap", "0,2", ["there is a gap between 0 and 2: the list must be contiguous"]],
        ["descending order", "1,0", ["device 0 stands after 1: the list must ascend"]],
        ["a minus sign", "-1", ['item 1, "-1", has a sign']],
        ["a plus sign", "0,+1", ['item 2, "+1", has a sign']],
        ["a leading zero", "00", ['item 1, "00", has a leading zero']],
        ["a leading zero in the list", "0,01", ['item 2, "01", has a leading zero']],
        ["a blank after a comma", "0, 1", ['item 2, " 1", has a blank']],
        ["a blank around ALL", " ALL", ['item 1, " ALL", has a blank']],
        ["a blank alone", " ", ['item 1, " ", has a blank']],
        ["a comma at the end", "0,", ["item 2 is empty"]],
        ["a comma alone", ",", ["item 1 is empty", "item 2 is empty"]],
        ["a range", "0-3", ['item 1, "0-3", is not a device index']],
        ["a fraction", "0.5", ['item 1, "0.5", is not a device index']],
        ["other digits", "٣", ['item 1, "٣", is not a device index']],
        ["an index beyond integers", "99999999999999999999", ['item 1, "99999999999999999999", is not a device index']],
        [
            "a text that is longer than any list",
            "0".repeat(101),
            ["the text has more than 100 characters, and so is no list of devices"],
        ],
        [
            "several malformed items",
            "a,,01",
            ['item 1, "a", is not a device index', "item 2 is empty", 'item 3, "01", has a leading zero'],
        ],
        [
            "several breaks of the sequence",
            "0,2,1,1",
            [
                "there is a gap between 0 and 2: the list must be contiguous",
                "device 1 stands after 2: the list must ascend",
                "device 1 stands twice",
            ],
        ],
    ];
    for (const [what, text, problems] of wrong) {
        it(`refuses ${what}: ${JSON.stringify(text)}`, () => {
            assert.deepStrictEqual(parseVisibleDevices(text), { problems });
            assert.deepStrictEqual(visibleDevicesProblems(text, "inf1.24xlarge"), problems);
        });
    }

    const bounds: [string, Inf1InstanceType | undefined, string[]][] = [
        ["ALL", "inf1.xlarge", []],
        ["0", "inf1.xlarge", []],
        ["1", "inf1.xlarge", ["device 1 does not exist: inf1.xlarge has 1 Inferentia chip (device 0)"]],
        ["0,1", "inf1.2xlarge", ["device 1 does not exist: inf1.2xlarge has 1 Inferentia chip (device 0)"]],
        ["0,1,2,3", "inf1.6xlarge", []],
        ["3,4", "inf1.6xlarge", ["device 4 does not exist: inf1.6xlarge has 4 Inferentia chips (devices 0 to 3)"]],
        ["12,13,14,15", "inf1.24xlarge", []],
        [
            "15,16",
            "inf1.24xlarge",
            ["device 16 does not exist: inf1.24xlarge has 16 Inferentia chips (devices 0 to 15)"],
        ],
        ["15", undefined, []],
        ["16", undefined, ["device 16 does not exist: the largest Inf1 size has 16 chips"]],
    ];
    for (const [text, instanceType, problems] of bounds) {
        it(`${problems.length === 0 ? "accepts" : "refuses"} ${text} on ${instanceType ?? "an unknown size"}`, () => {
            assert.deepStrictEqual(visibleDevicesProblems(text, instanceType), problems);
        });
    }
});

describe("AWS_NEURON_VISIBLE_DEVICES at the edges of its grammar", () => {
    const items: [string, string][] = [
        ["+1x", "is not a device index"],
        ["+12", "has a sign"],
        ["1x", "is not a device index"],
        ["x1", "is not a device index"],
        ["007", "has a leading zero"],
        ["01x", "is not a device index"],
        ["0x1", "is not a device index"],
    ];
    for (const [item, problem] of items) {
        it(`says that ${item} ${problem}`, () =>
            assert.deepStrictEqual(visibleDevicesProblems(item), [`item 1, "${item}", ${problem}`]));
    }

    for (const index of [10, 100]) {
        it(`takes ${index} for a device, whose zeros do not lead`, () =>
            assert.deepStrictEqual(parseVisibleDevices(String(index)), { devices: [index] }));
    }

    it("judges a text of exactly 100 characters", () => {
        const text = `${"0,".repeat(49)}00`;
        assert.deepStrictEqual(
            [text.length, visibleDevicesProblems(text)],
            [100, ['item 50, "00", has a leading zero']],
        );
    });
});
