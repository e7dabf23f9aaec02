import { argumentsOf } from "./arguments";
import { Attribute, isFields, Joined, type Fields } from "./value";
import type { Template } from "../../checks/template";

/** A resource as Terraform's provider for AWS, and Pulumi's, which is made of it, take it. */
export interface ProviderResource {
    readonly id: string;
    /** As Terraform names it. */
    readonly type: string;
    /** In Terraform's spelling; one block is an object, several are a list of them. */
    readonly arguments: Fields;
}

/** A template as a program for that provider: every reference is an attribute, every parameter has a value. */
export function providerResources(template: Template): readonly ProviderResource[] {
    const typeOf = (id: string) => template.Resources[id]?.Type;
    return Object.entries(template.Resources).flatMap(([id, { Type, Properties = {} }]) =>
        argumentsOf(id, Type, referring(Properties, typeOf) as Fields),
    );
}

/** What `Ref` tells of a resource. */
const referred: Readonly<Record<string, string>> = {
    "AWS::ECS::Cluster": "id",
    "AWS::ECS::Service": "id",
    "AWS::ECS::CapacityProvider": "name",
    "AWS::EC2::LaunchTemplate": "id",
    "AWS::EC2::Subnet": "id",
    "AWS::AutoScaling::LaunchConfiguration": "name",
};
/** The values of the parameters that the examples have. */
const parameters: Fields = { Subnets: ["subnet-0123456789abcdef0"], Vpc: "vpc-0123456789abcdef0" };

function referring(value: unknown, typeOf: (id: string) => string | undefined): unknown {
    if (Array.isArray(value)) {
        return value.map((item) => referring(item, typeOf));
    }
    if (!isFields(value)) {
        return value;
    }
    const [[key, argument] = []] = Object.entries(value);
    const attribute = (id: string, name?: string) =>
        new Attribute(id, name === undefined ? (referred[typeOf(id) ?? ""] ?? "arn") : attributeName(name));
    switch (key) {
        case "Ref":
            return typeOf(String(argument)) === undefined ? parameters[String(argument)] : attribute(String(argument));
        case "Fn::GetAtt": {
            const [id, name] = argument as [string, string];
            return attribute(id, name);
        }
        case "Fn::Sub":
            return new Joined(
                String(argument)
                    .split(/(\$\{[^}]+\})/)
                    .map((part) => {
                        const [, id, name] = /^\$\{(\w+)(?:\.(\w+))?\}$/.exec(part) ?? [];
                        const isCluster = typeOf(id ?? "") === "AWS::ECS::Cluster";
                        return id === undefined ? part : attribute(id, name ?? (isCluster ? "Name" : undefined));
                    }),
            );
        case "Fn::Base64":
            return { encoded: referring(argument, typeOf) };
        default:
            return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, referring(item, typeOf)]));
    }
}

function attributeName(name: string): string {
    return name === "LatestVersionNumber" ? "latest_version" : name.toLowerCase();
}
