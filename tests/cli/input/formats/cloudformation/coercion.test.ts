import assert from "node:assert/strict";
import { documentsOf, resolved } from "./template";

describe("A number or boolean where a CloudFormation template has a text", () => {
    const cases: [value: string, becomes: unknown][] = [
        ["8500", "8500"],
        ["yes", "true"],
        ['"yes"', "yes"],
        ["off", "false"],
        ["0777", "511"],
        ["012345678901", "012345678901"],
    ];
    for (const [value, becomes] of cases) {
        it(`becomes ${String(becomes)} for ${value}`, () => {
            assert.strictEqual(resolved(value), becomes);
        });
    }

    it("stays one where a task definition has a number or a boolean", () => {
        const [document] = documentsOf(`Resources:
  T:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: 1
      Cpu: 256
      ContainerDefinitions:
        - {Essential: yes, Memory: 100, PortMappings: [{HostPort: 80, Protocol: tcp}], DockerLabels: {Memory: 100}}
`);
        assert.deepStrictEqual(document?.resources[0]?.properties, {
            Family: "1",
            Cpu: 256,
            ContainerDefinitions: [
                {
                    Essential: true,
                    Memory: 100,
                    PortMappings: [{ HostPort: 80, Protocol: "tcp" }],
                    DockerLabels: { Memory: "100" },
                },
            ],
        });
    });
});
