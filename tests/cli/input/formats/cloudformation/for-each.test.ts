import assert from "node:assert/strict";
import { documentsOf } from "./template";

describe("Fn::ForEach in a CloudFormation template", () => {
    it("makes the resources of the loop, at the place of the loop", () => {
        const [document] = documentsOf(`Transform: AWS::LanguageExtensions
Parameters: {Names: {Type: CommaDelimitedList, Default: "a,b-1"}}
Resources:
  Fn::ForEach::Tasks:
    - Name
    - !Ref Names
    - Task&{Name}:
        Type: AWS::ECS::TaskDefinition
        Properties:
          Family: !Sub "\${Name}-family"
          Fn::ForEach::Labels: [Key, [Cpu, Memory], {"\${Key}": "256"}]
          ExecutionRoleArn: !Ref Name
`);
        const place = ["Resources", "Fn::ForEach::Tasks", 2, "Task&{Name}", "Properties"];
        assert.deepStrictEqual(
            document?.resources.map(({ id, properties }) => [id, properties, document.places.get(id)]),
            [
                ["Taska", { Family: "a-family", Cpu: "256", Memory: "256", ExecutionRoleArn: "a" }, place],
                ["Taskb1", { Family: "b-1-family", Cpu: "256", Memory: "256", ExecutionRoleArn: "b-1" }, place],
            ],
        );
        assert.deepStrictEqual(document?.warnings, []);
    });

    it("makes resources that name each other by functions", () => {
        const [document] = documentsOf(`Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Services:
    - Name
    - [bert]
    - Task\${Name}: {Type: AWS::ECS::TaskDefinition}
      Service\${Name}:
        Type: AWS::ECS::Service
        Properties:
          TaskDefinition: {Ref: {Fn::Sub: "Task\${Name}"}}
          Role: {Fn::GetAtt: [{Fn::Sub: "Task\${Name}"}, {Fn::Sub: "\${Name}"}]}
`);
        const service = document?.resources.find(({ id }) => id === "Servicebert");
        assert.deepStrictEqual(service?.dependencies, { TaskDefinition: ["Taskbert"], Role: ["Taskbert"] });
    });
});
