import assert from "node:assert/strict";
import { exclusionBy } from "../../../cli/input/exclusion";
import { Workspace } from "../command";
import { rightDefinition, wrongDefinition } from "../definitions";

const paths = ["infra/right.json", "infra/old/wrong.json", "infra/wrong.test.json"];

describe("exclusionBy", () => {
    const cases: [what: string, excluded: string[], left: string[]][] = [
        ["nothing", [], paths],
        ["a folder by its path", ["infra/old"], ["infra/right.json", "infra/wrong.test.json"]],
        ["a folder by its path with a slash", ["infra/old/"], ["infra/right.json", "infra/wrong.test.json"]],
        ["what is in a folder", ["./infra/old/**"], ["infra/right.json", "infra/wrong.test.json"]],
        ["files by a pattern of their name", ["*.test.json"], ["infra/right.json", "infra/old/wrong.json"]],
        ["folders by their name", ["old"], ["infra/right.json", "infra/wrong.test.json"]],
        ["several patterns", ["old", "*.test.json"], ["infra/right.json"]],
        ["nothing for a path that is not there", ["other/**"], paths],
    ];
    for (const [what, excluded, left] of cases) {
        it(`leaves out ${what}`, () => {
            const isExcluded = exclusionBy(excluded);
            assert.deepStrictEqual(
                paths.filter((path) => !isExcluded(path)),
                left,
            );
        });
    }

    it("takes the paths of Windows", () => assert.equal(exclusionBy(["infra/old"])("infra\\old\\wrong.json"), true));
});

describe("ecs-inferentia check --exclude", () => {
    const workspace = new Workspace();
    after(() => workspace.remove());

    it("leaves out files of a folder, by several patterns", () => {
        workspace.write("infra/right.json", rightDefinition());
        workspace.write("infra/old/wrong.json", wrongDefinition());
        workspace.write("infra/wrong.test.json", wrongDefinition());
        assert.deepStrictEqual(workspace.run(["check", "--exclude", "old", "--exclude", "*.test.json", "infra"]), {
            code: 0,
            out: "1 file checked: 0 mandatory, 0 advisory\n",
            err: "",
        });
    });
});
