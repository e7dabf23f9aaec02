import assert from "node:assert/strict";
import { parseOptions } from "../../demo/options";

const folder = "/home/me";

describe("npm run demo", () => {
    for (const [args, expected] of [
        [[], { help: false, keep: false }],
        [["--keep"], { help: false, keep: true }],
        [["--export", "state.json"], { help: false, keep: false, exportFile: "/home/me/state.json" }],
        [["--export=/tmp/state.json", "--keep"], { help: false, keep: true, exportFile: "/tmp/state.json" }],
        [["-h"], { help: true, keep: false }],
    ] as const) {
        it(`takes ${args.join(" ") || "no options"}`, () => {
            assert.deepEqual(parseOptions(args, folder), expected);
        });
    }

    for (const [args, message] of [
        [["--kep"], /Unknown option '--kep'/],
        [["--export"], /'--export <value>' argument missing/],
        [["--export="], /--export needs the name of a file/],
        [["stack"], /Unexpected argument 'stack'/],
    ] as const) {
        it(`refuses ${args.join(" ")}`, () => {
            assert.throws(() => parseOptions(args, folder), { message });
        });
    }
});
