import assert from "node:assert/strict";
import { usable } from "../../emulation/python-environment";

const python = { executable: "/usr/bin/python3", major: 3, minor: 11, venv: true };

const moto = { name: "moto", role: "the AWS emulator" };

describe("The Python of a virtual environment", () => {
    it("is the one on PATH", () => {
        assert.deepEqual(usable(python, moto), python);
    });

    for (const [what, found, message] of [
        [
            "missing",
            undefined,
            "moto, the AWS emulator, needs Python 3.10 or newer, and there is no python3 on PATH that runs; install it",
        ],
        [
            "too old",
            { ...python, minor: 9 },
            "moto, the AWS emulator, needs Python 3.10 or newer, and /usr/bin/python3 is Python 3.9; put a newer " +
                "python3 on PATH",
        ],
        [
            "without virtual environments",
            { ...python, venv: false },
            "moto, the AWS emulator, is installed into a virtual environment, and /usr/bin/python3 lacks venv or " +
                "ensurepip; install them (Debian and Ubuntu: apt-get install python3-venv)",
        ],
    ] as const) {
        it(`that is ${what} is refused with what to do`, () => {
            assert.throws(() => usable(found, moto), { message });
        });
    }
});
