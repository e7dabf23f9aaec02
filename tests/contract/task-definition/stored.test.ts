import assert from "node:assert/strict";
import { defaultHostPort } from "../../../contract";

describe("A host port that is not given", () => {
    const ports: [string | undefined, number][] = [
        [undefined, 0],
        ["bridge", 0],
        ["awsvpc", 8501],
        ["host", 8501],
    ];
    for (const [networkMode, port] of ports) {
        it(`is ${port} with network mode ${networkMode ?? "not said"}`, () =>
            assert.equal(defaultHostPort(networkMode, 8501), port));
    }
});
