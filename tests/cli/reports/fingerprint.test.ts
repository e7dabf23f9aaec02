import assert from "node:assert/strict";
import { Workspace } from "../command";
import { wrongDefinition } from "../definitions";
import { readSarif, type SarifResult } from "./sarif-schema";

describe("The fingerprint of a finding", () => {
    const workspace = new Workspace();
    after(() => workspace.remove());

    const check = (...args: string[]) => {
        const [run] = readSarif(workspace.run(["check", "--format", "sarif", ...args]).out).runs;
        assert.ok(run !== undefined);
        return run;
    };
    const fingerprint = ({ partialFingerprints }: SarifResult) => partialFingerprints["primaryLocationLineHash"];

    it("stays when the finding moves in its file, and is another one in another file", () => {
        workspace.write("wrong.json", wrongDefinition());
        const before = check("wrong.json").results.map(fingerprint);
        workspace.write("wrong.json", `\n\n${JSON.stringify(wrongDefinition(), undefined, 4)}`);
        workspace.write("other.json", wrongDefinition());
        assert.deepStrictEqual(check("wrong.json").results.map(fingerprint), before);
        assert.notDeepStrictEqual(check("other.json").results.map(fingerprint), before);
    });
});
