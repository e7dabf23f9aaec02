import assert from "node:assert/strict";
import { reservedHostPorts } from "../../contract";

describe("The container agent", () => {
    it("holds the ports of the instance itself", () =>
        assert.deepStrictEqual(reservedHostPorts, [22, 2375, 2376, 51678, 51679, 51680]));
});
