import assert from "node:assert/strict";
import {
    existsSync,
    mkdirSync,
    mkdtempSync,
    readdirSync,
    readFileSync,
    readlinkSync,
    rmSync,
    writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installProvidersFor } from "../../../emulation/session/plugins";
import { makeProject, languageOf } from "../../../emulation/session/project";

describe("A project in a session", () => {
    let folder: string;
    let source: string;
    let project: string;

    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "project-"));
        [source, project] = [join(folder, "source"), join(folder, "project")];
        mkdirSync(source);
        write("Pulumi.yaml", "name: mine\nruntime: nodejs # as it is\nmain: src/index.ts\n");
        write("Pulumi.dev.yaml", "config: {}\n");
        write("data.json", "{}");
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    const write = (name: string, text: string) => writeFileSync(join(source, name), text);

    it("runs the program where it stands, and links all but the stacks' settings", () => {
        makeProject(source, project);
        assert.deepEqual(readdirSync(project).sort(), ["Pulumi.yaml", "data.json"]);
        assert.equal(readlinkSync(join(project, "data.json")), join(source, "data.json"));
        assert.equal(
            readFileSync(join(project, "Pulumi.yaml"), "utf8"),
            `name: mine\nruntime: nodejs # as it is\nmain: ${join(source, "src/index.ts")}\n`,
        );
    });

    it("is brought up to date, and keeps its stacks' settings", () => {
        makeProject(source, project);
        writeFileSync(join(project, "Pulumi.dev.yaml"), "config: { mine:size: 1 }\n");
        write("Pulumi.yaml", "name: other\nruntime: nodejs\n");
        write("more.json", "{}");
        makeProject(source, project);
        assert.deepEqual(readdirSync(project).sort(), ["Pulumi.dev.yaml", "Pulumi.yaml", "data.json", "more.json"]);
        assert.equal(
            readFileSync(join(project, "Pulumi.yaml"), "utf8"),
            `name: other\nruntime: nodejs\nmain: ${source}\n`,
        );
        assert.equal(readFileSync(join(project, "Pulumi.dev.yaml"), "utf8"), "config: { mine:size: 1 }\n");
    });

    it("is in the language that Pulumi.yaml names, in either form", () => {
        assert.equal(languageOf(source), "nodejs");
        write("Pulumi.yaml", "name: mine\nruntime:\n  options: {}\n  name: yaml\n");
        assert.equal(languageOf(source), "yaml");
    });

    it("must have a Pulumi.yaml that is YAML", () => {
        write("Pulumi.yaml", "name: [");
        assert.throws(() => makeProject(source, project), /Pulumi\.yaml is no YAML: /);
        rmSync(join(source, "Pulumi.yaml"));
        assert.throws(() => makeProject(source, project), {
            message: `${source} is no Pulumi project: it has no Pulumi.yaml`,
        });
    });

    it("finds providers of the versions that it installed itself, and of no others", () => {
        const aws = join(source, "node_modules", "@pulumi", "aws");
        mkdirSync(aws, { recursive: true });
        writeFileSync(join(aws, "package.json"), '{ "name": "@pulumi/aws", "version": "7.99.0" }');
        installProvidersFor(source, folder);
        assert.deepEqual(readdirSync(join(folder, "plugins")), ["resource-aws-v7.99.0"]);
        assert.ok(existsSync(join(folder, "plugins", "resource-aws-v7.99.0", "pulumi-resource-aws")));
    });
});
