import assert from "node:assert/strict";
import { join } from "node:path";
import { sharedIn, taskDefinitionsBeside } from "../../../cli/input/other-files";
import { Workspace } from "../command";

const Resources = { Task: { Type: "AWS::ECS::TaskDefinition", Properties: { Family: "bert" } } };

describe("What the templates of a folder share", () => {
    let workspace: Workspace;
    const at = (name: string) => join(workspace.folder, name);
    const sharing = (files: Readonly<Record<string, unknown>>, parameters = {}) =>
        sharedIn(
            Object.entries(files).map(([name, content]) => at(workspace.write(name, content))),
            parameters,
        );
    const exporting = (Name: string) => ({ Resources, Outputs: { Out: { Value: { Ref: "Task" }, Export: { Name } } } });

    beforeEach(() => (workspace = new Workspace()));
    afterEach(() => workspace.remove());

    it("are what they export, by name, with the file that tells the resource from others", () => {
        const template = exporting("task");
        assert.deepStrictEqual(
            [...sharing({ "ml.json": template, "other.json": { Resources } }).exports],
            [["task", { file: at("ml.json"), template, resource: "Task" }]],
        );
    });

    it("is nothing that several export under one name", () =>
        assert.deepStrictEqual(
            [...sharing({ "one.json": exporting("task"), "other.json": exporting("task") }).exports],
            [],
        ));

    it("is nothing of a file that cannot be read, which hides no other", () => {
        const { exports } = sharing({ "broken.json": '{"Export": ', "ml.json": exporting("task") });
        assert.deepStrictEqual([...exports.keys()], ["task"]);
    });

    const nested = (Properties: object) => ({ Type: "AWS::CloudFormation::Stack", Properties });
    const child = { Parameters: { Launch: { Type: "String", Default: "EC2" } }, Resources };

    it("are the values of parameters that a template gives to one nested in it, in whatever folder", () => {
        const Parameters = { Launch: "FARGATE" };
        const shared = sharing({
            "ml.json": { Resources: { Child: nested({ TemplateURL: "./nested/child.json", Parameters }) } },
            "nested/child.json": child,
        });
        assert.deepStrictEqual(
            [shared.valuesOf(at("nested/child.json")), shared.nestedStacksOf(at("ml.json"))],
            [Parameters, ["Child"]],
        );
    });

    it("are those of the command line where nothing is nested", () => {
        const parameters = { Launch: "FARGATE" };
        assert.equal(sharing({ "ml.json": exporting("task") }, parameters).valuesOf(at("ml.json")), parameters);
    });

    it("are no stacks whose templates are elsewhere, or not among the files", () => {
        const shared = sharing({
            "ml.json": {
                Resources: {
                    Child: nested({ TemplateURL: "child.json" }),
                    Elsewhere: nested({ TemplateURL: "https://x/other.json" }),
                    Excluded: nested({ TemplateURL: "excluded.json" }),
                },
            },
            "child.json": child,
        });
        assert.deepStrictEqual(shared.nestedStacksOf(at("ml.json")), ["Child"]);
    });

    it("are found by the CDK's list of assets, where the metadata does not name them", () => {
        const url = "https://s3.${AWS::Region}.${AWS::URLSuffix}/cdk-assets-${AWS::AccountId}/0123abcd.json";
        const joined = {
            "Fn::Join": ["", ["https://s3.", { Ref: "AWS::Region" }, ".amazonaws.com/cdk/0123abcd.json"]],
        };
        const assets = {
            version: "36.0.0",
            files: {
                "0123abcd": {
                    source: { path: "child.json", packaging: "file" },
                    destinations: { "current_account-current_region": { objectKey: "0123abcd.json" } },
                },
            },
        };
        for (const TemplateURL of [{ "Fn::Sub": url }, joined]) {
            const Parameters = { Launch: "FARGATE" };
            const shared = sharing({
                "ml.template.json": { Resources: { Child: nested({ TemplateURL, Parameters }) } },
                "ml.assets.json": assets,
                "child.json": child,
            });
            assert.deepStrictEqual(shared.valuesOf(at("child.json")), Parameters);
        }
    });
});

describe("taskDefinitionsBeside", () => {
    const workspace = new Workspace();
    after(() => workspace.remove());

    it("has the task definitions of the same folder, without those of the file itself", () => {
        const named = (family: string) => ({ family, containerDefinitions: [{ name: family, image: "a" }] });
        const paths = Object.entries({
            "appspec.json": { Resources: [] },
            "own.json": named("own"),
            "broken.json": '{"containerDefinitions": ',
            "tasks.json": [named("llm"), named("web")],
            "other/task.json": named("other"),
        }).map(([name, content]) => join(workspace.folder, workspace.write(name, content)));
        assert.deepStrictEqual(
            taskDefinitionsBeside(join(workspace.folder, "own.json"), paths).map(({ id }) => id),
            ["llm", "web"],
        );
    });
});
