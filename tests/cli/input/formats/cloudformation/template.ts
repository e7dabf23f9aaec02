import { recognise } from "../../../../../cli/input/formats";
import { parseYaml } from "../../../../../cli/input/parse-yaml";

/** The documents of a template in YAML. */
export const documentsOf = (text: string) => recognise(parseYaml(text)[0]?.data);

/** Parameters and mappings of a template. */
export const parameters = `Parameters:
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
export function resolved(value: string): unknown {
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

/** Each case: its conditions, and the family of each task that is there. */
export const casesOf = (head: string, family: string, more = "") =>
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

/** Conditions on one parameter. */
export const environments = (rest: string) => `Parameters: {Env: {Type: String, Default: dev${rest}}}
Conditions:
  IsProd: !Equals [!Ref Env, prod]
  IsDev: !Equals [!Ref Env, dev]
  IsOfNoRule: !Equals [!Ref Env, other]
`;
