import assert from "node:assert/strict";
import * as yaml from "yaml";
import type { Edit } from "../../../checks";
import { NotCertain } from "../../../cli/edits/yaml-lines";
import { editedYaml } from "../../../cli/edits/yaml-text";
import { repaired } from "../../checks/repaired";

function edited(text: string, edits: readonly Edit[]): string {
    const { contents } = yaml.parseDocument<yaml.Node>(text);
    return editedYaml(text, contents as yaml.Node, [{ place: [], edits }]);
}

describe("YamlForm", () => {
    it("keeps whatever form a person has given it", () => {
        const text = `# bert
family: bert
volumes: [ {name: sock} ]   # one

containerDefinitions:
- { name: bert, "image": bert, # small
    environment: [
      {name: PORT, value: '8500'},  # gRPC
      # no more
    ],
    dependsOn: , mountPoints: [{sourceVolume: sock, containerPath: /sock}] }
- # the daemon
  name: neuron-rtd
  image: neuron-rtd
  command: [sh, -c, neuron-rtd -g unix:/sock/neuron-rtd.sock]
  environment: # none
  mountPoints:
  -   sourceVolume: sock
      containerPath: /sock
  linuxParameters:
     capabilities:
       add: [ # by name
         SYS_ADMIN # for the devices
       ]
   # the end
`;
        assert.equal(
            edited(
                text,
                repaired(yaml.parse(text) as object).changes.flatMap(({ edits }) => edits),
            ),
            text
                .replace("dependsOn: ,", "dependsOn: [{containerName: neuron-rtd, condition: START}],")
                .replace("# gRPC\n", "# gRPC\n      {name: NEURON_RTD_ADDRESS, value: unix:/sock/neuron-rtd.sock},\n")
                .replace(
                    "environment: # none\n",
                    "environment: # none\n  - name: AWS_NEURON_VISIBLE_DEVICES\n    value: ALL\n",
                )
                .replace(
                    "SYS_ADMIN # for the devices\n       ]\n",
                    "SYS_ADMIN, # for the devices\n         IPC_LOCK\n       ]\n       drop: []\n",
                ),
        );
    });

    it("takes out an item or a property with its lines, or its comma", () => {
        const text = `a: [ {b: 1}, {b: 2}, {b: 3} ] # a
c:
  - d: 1
    e: 2 # e
  # before f
  - f: |
      x

    # in f
  - g: 3
`;
        const without = (...path: readonly (string | number)[]) => edited(text, [{ path, remove: true }]);
        assert.equal(without("a", 0), text.replace("{b: 1}, ", ""));
        assert.equal(without("a", 1), text.replace(", {b: 2}", ""));
        assert.equal(without("a", 2), text.replace(", {b: 3}", ""));
        assert.equal(without("c", 0), text.replace("  - d: 1\n    e: 2 # e\n", ""));
        assert.equal(without("c", 0, "d"), text.replace("d: 1\n    ", ""));
        assert.equal(without("c", 0, "e"), text.replace("    e: 2 # e\n", ""));
        assert.equal(without("c", 1), text.replace("  - f: |\n      x\n", ""));
        assert.equal(without("c"), text.slice(0, text.indexOf("c:")));
        assert.equal(without("h"), text);
    });

    it("puts a list below a key whose value is null, or nothing", () => {
        const drop = { path: ["drop"], value: "ALL", append: true } as const;
        for (const none of ["null # none", "~ # none", "# none"]) {
            assert.equal(edited(`add: x\ndrop: ${none}\n`, [drop]), "add: x\ndrop: # none\n  - ALL\n");
        }
    });

    it("refuses what is not certain: the only property, a text over several lines, comments in what goes", () => {
        const cases: readonly (readonly [string, Edit])[] = [
            ["- a: 1\n", { path: [0, "a"], remove: true }],
            ["a: {b: 1}\n", { path: ["a", "b"], remove: true }],
            ["a: |\n  x\n", { path: ["a"], value: "y" }],
            ["a: {b: 1, # b\n  c: 2}\n", { path: ["a", "c"], remove: true }],
            ["a: {b: 1}\n", { path: ["a"], value: { c: 1 } }],
            ["a: 1\n", { path: ["a"], value: 2, append: true }],
        ];
        for (const [text, edit] of cases) {
            assert.throws(() => edited(text, [edit]), NotCertain, text);
        }
    });
});
