import assert from "node:assert/strict";
import { UNKNOWN } from "../../../../checks";
import { recognise } from "../../../../cli/input/formats";
import { parseYaml } from "../../../../cli/input/parse-yaml";

/** The documents of a template in YAML. */
const documentsOf = (text: string) => recognise(parseYaml(text)[0]?.data);

const parameters = `Parameters:
  Port: {Type: Number, Default: 8500}
  Names: {Type: CommaDelimitedList, Default: "a, b"}
  Open: {Type: String}
  Hidden: {Type: String, Default: s3cr3t, NoEcho: true}
  Image: {Type: "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>", Default: /ami}
Mappings:
  Sizes: {large: {Devices: "0,1"}, small: {Devices: "0"}}
  Regions: {us-east-1: {Name: same, Ami: ami-1}, us-west-2: {Name: same, Ami: ami-2}}
`;

/** What a value becomes: that of a variable of a container. */
function resolved(value: string): unknown {
    const [document] = documentsOf(`${parameters}
Resources:
  Repository: {Type: AWS::ECR::Repository}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions: [{Environment: [{Value: ${value}}]}]
`);
    const task = document?.resources.find(({ id }) => id === "Task");
    const containers = task?.properties["ContainerDefinitions"] as { Environment: { Value: unknown }[] }[];
    return containers[0]?.Environment[0]?.Value;
}

describe("A value of a CloudFormation template", () => {
    const cases: [value: string, becomes: unknown][] = [
        ["8500", "8500"],
        ["yes", "true"],
        ['"yes"', "yes"],
        ["off", "false"],
        ["0777", "511"],
        ["012345678901", "012345678901"],
        ["!Ref Port", "8500"],
        ["!Ref Open", UNKNOWN],
        ["!Ref Hidden", UNKNOWN],
        ["!Ref Image", UNKNOWN],
        ["!Ref Repository", UNKNOWN],
        ["!Ref AWS::Region", "${AWS::Region}"],
        ["!Ref AWS::NoValue", undefined],
        ["!GetAtt Repository.Arn", UNKNOWN],
        ["'{{resolve:ssm:/ami:1}}'", UNKNOWN],
        ["'a {{resolve:secretsmanager:x}}'", UNKNOWN],
        ["!Join ['.', [ecr, !Ref AWS::Region, !Ref Port]]", "ecr.${AWS::Region}.8500"],
        ["!Join ['+', !Ref Names]", "a+b"],
        ["!Join ['', [a, !Ref Open]]", UNKNOWN],
        ["!Sub '${AWS::AccountId}.${Port}/${!Literal}'", "${AWS::AccountId}.8500/${Literal}"],
        ["!Sub ['${A}-${Port}', {A: !Select [1, !Ref Names]}]", "b-8500"],
        ["!Sub '${Repository.RepositoryUri}:1'", UNKNOWN],
        ["!Select ['0', [x, !Ref Open]]", "x"],
        ["!Select [9, [x]]", UNKNOWN],
        ["!Select [1, !Split ['/', a/b/c]]", "b"],
        ["!FindInMap [Sizes, large, Devices]", "0,1"],
        ["!FindInMap [Sizes, !Ref Open, Devices]", UNKNOWN],
        ["!FindInMap [Sizes, none, Devices, {DefaultValue: ALL}]", "ALL"],
        ["!FindInMap [Regions, !Ref AWS::Region, Name]", "same"],
        ["!FindInMap [Regions, !Ref AWS::Region, Ami]", UNKNOWN],
        ["!ImportValue other", UNKNOWN],
        ["{'Fn::Length': !Ref Names}", "2"],
        ["{'Fn::ToJsonString': {a: [1]}}", '{"a":[1]}'],
        ["!Base64 a script", Buffer.from("a script").toString("base64")],
        ["!Base64 {'Fn::Sub': 'on ${Open}'}", Buffer.from("on ${Open}").toString("base64")],
        [
            "!Base64 {'Fn::Join': [' ', [at, !Ref Open, !GetAtt Repository.Arn, !Ref Port]]}",
            Buffer.from("at ${Open} ${Repository.Arn} 8500").toString("base64"),
        ],
        ["!Base64 {Ref: Open}", UNKNOWN],
    ];
    for (const [value, becomes] of cases) {
        it(`becomes ${String(becomes)} for ${value}`, () => {
            assert.strictEqual(resolved(value), becomes);
        });
    }

    it("is an image id in EC2's form, where it comes from a parameter of Systems Manager", () => {
        const [document] = documentsOf(`${parameters}
Resources:
  A: {Type: AWS::EC2::LaunchTemplate, Properties: {LaunchTemplateData: {ImageId: !Ref Image}}}
  B: {Type: AWS::AutoScaling::LaunchConfiguration, Properties: {ImageId: "{{resolve:ssm:/ami/b:3}}"}}
  C: {Type: AWS::AutoScaling::LaunchConfiguration, Properties: {ImageId: "{{resolve:secretsmanager:c}}"}}
`);
        assert.deepStrictEqual(
            document?.resources.map(({ properties }) => properties),
            [
                { LaunchTemplateData: { ImageId: "resolve:ssm:/ami" } },
                { ImageId: "resolve:ssm:/ami/b" },
                { ImageId: UNKNOWN },
            ],
        );
    });

    it("keeps numbers and flags that a task definition has as such", () => {
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

describe("The conditions of a CloudFormation template", () => {
    /** Each case: its conditions, and the family of each task that is there. */
    const cases = (head: string, family: string, more = "") =>
        documentsOf(`${head}
Resources:
  Bucket: {Type: AWS::S3::Bucket, Condition: IsOfNoRule}
  T: {Type: AWS::ECS::TaskDefinition, Properties: {Family: ${family}}}
${more}`).map(({ conditions, resources }) => [
            Object.fromEntries(conditions ?? []),
            Object.fromEntries(
                resources
                    .filter(({ type }) => type.startsWith("AWS::ECS"))
                    .map(({ id, properties }) => [id, properties["Family"]]),
            ),
        ]);

    const env = (rest: string) => `Parameters: {Env: {Type: String, Default: dev${rest}}}
Conditions:
  IsProd: !Equals [!Ref Env, prod]
  IsDev: !Equals [!Ref Env, dev]
  IsOfNoRule: !Equals [!Ref Env, other]
`;

    it("make a stack for each branch, the one by the defaults first", () => {
        assert.deepStrictEqual(cases(env(""), "!If [IsProd, p, d]"), [
            [{ IsProd: false }, { T: "d" }],
            [{ IsProd: true }, { T: "p" }],
        ]);
    });

    it("never contradict each other", () => {
        assert.deepStrictEqual(cases(env(""), "!If [IsProd, p, !If [IsDev, d, o]]"), [
            [{ IsProd: false, IsDev: true }, { T: "d" }],
            [{ IsProd: true, IsDev: false }, { T: "p" }],
            [{ IsProd: false, IsDev: false }, { T: "o" }],
        ]);
    });

    it("take only the values that a parameter allows", () => {
        assert.deepStrictEqual(cases(env(", AllowedValues: [dev, prod]"), "!If [IsProd, p, !If [IsDev, d, o]]"), [
            [{ IsProd: false, IsDev: true }, { T: "d" }],
            [{ IsProd: true, IsDev: false }, { T: "p" }],
        ]);
    });

    it("give a parameter the value that they demand, and take it for unknown where they exclude its default", () => {
        const head = `Parameters: {Name: {Type: String, Default: ""}}
Conditions:
  HasName: !Not [!Equals [!Ref Name, ""]]
`;
        assert.deepStrictEqual(cases(head, "!If [HasName, !Ref Name, none]"), [
            [{ HasName: false }, { T: "none" }],
            [{ HasName: true }, { T: UNKNOWN }],
        ]);
        assert.deepStrictEqual(cases(env(""), "!If [IsProd, !Ref Env, d]")[1], [{ IsProd: true }, { T: "prod" }]);
    });

    it("leave out a resource that is not there", () => {
        const more = "  P: {Type: AWS::ECS::TaskDefinition, Condition: IsProd, Properties: {Family: p}}\n";
        assert.deepStrictEqual(cases(env(""), "t", more), [
            [{ IsProd: false }, { T: "t" }],
            [{ IsProd: true }, { T: "t", P: "p" }],
        ]);
    });

    it("are both, where the account or the region decides", () => {
        const head = `Conditions:
  InEast: !Equals [!Ref AWS::Region, us-east-1]
  IsLinked: !Equals [!ImportValue a, b]
  Both: !And [!Condition InEast, !Not [!Condition IsLinked]]
  Either: !Or [!Condition InEast, !Condition IsLinked]
`;
        const names = (condition: string) =>
            cases(head, `!If [${condition}, y, n]`)
                .map(([, families]) => (families as { T: string }).T)
                .sort();
        assert.deepStrictEqual(["InEast", "IsLinked", "Both", "Either"].map(names), Array(4).fill(["n", "y"]));
    });

    it("decide alone where they are constant", () => {
        const head = 'Conditions: {Always: !Equals [a, a], Never: !Or [!Equals [a, b], !Not [!Equals ["1", 1]]]}';
        assert.deepStrictEqual(cases(head, "!If [Always, !If [Never, x, y], z]"), [
            [{ Always: true, Never: false }, { T: "y" }],
        ]);
    });

    it("are not known when there are too many, which is said", () => {
        const names = Array.from({ length: 12 }, (_, index) => `C${index}`);
        const text = `Parameters: {${names.map((name) => `P${name}: {Type: String, Default: a}`).join(", ")}}
Conditions: {${names.map((name) => `${name}: !Equals [!Ref P${name}, b]`).join(", ")}}
Resources:
  T: {Type: AWS::ECS::TaskDefinition, Properties: {Family: !Join ["", [${names.map((name) => `!If [${name}, x, y]`).join(", ")}]]}}
`;
        const documents = documentsOf(text);
        assert.deepStrictEqual(
            documents.map(({ resources, warnings }) => [resources[0]?.properties, warnings]),
            [
                [
                    { Family: UNKNOWN },
                    [
                        {
                            place: ["Conditions"],
                            text: "with 12 conditions there are too many cases to check each; what they decide is not known",
                        },
                    ],
                ],
            ],
        );
    });
});

describe("The resources of a CloudFormation template", () => {
    it("are those that loops make, at the place of the loop", () => {
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

    it("are told where the template does not have them", () => {
        const [document] = documentsOf(`Transform: [Own::Macro, AWS::Serverless-2016-10-31]
Parameters: {Names: {Type: CommaDelimitedList}}
Resources:
  Fn::ForEach::Tasks: [Name, !Ref Names, {"T\${Name}": {Type: AWS::ECS::TaskDefinition}}]
  Inner: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: x}}
  Typo: {Typ: AWS::ECS::TaskDefinition}
`);
        assert.deepStrictEqual(document?.warnings, [
            {
                place: ["Resources", "Fn::ForEach::Tasks"],
                text: "what Fn::ForEach::Tasks makes is not checked: over what it goes is not known",
            },
            { place: ["Transform"], text: "the macro Own::Macro may change this template; it is checked as it stands" },
            {
                place: ["Resources", "Inner"],
                text: "the stack Inner has a template of its own, which is not checked with this one",
            },
            { place: ["Resources", "Typo"], text: "Typo is not checked: it has no type" },
        ]);
    });
});
