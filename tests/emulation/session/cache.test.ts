import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cached, cacheFolder } from "../../../emulation/cache";

describe("The cache", () => {
    const before = process.env["XDG_CACHE_HOME"];
    let folder: string;

    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "cache-"));
        process.env["XDG_CACHE_HOME"] = folder;
    });

    afterEach(() => {
        rmSync(folder, { recursive: true });
        if (before === undefined) {
            delete process.env["XDG_CACHE_HOME"];
        } else {
            process.env["XDG_CACHE_HOME"] = before;
        }
    });

    const write = (text: string) => (target: string) => {
        writeFileSync(join(target, "file"), text);
        return Promise.resolve();
    };

    it("is a folder of the project's own in the user's cache", () => {
        assert.deepEqual(
            [
                cacheFolder({ XDG_CACHE_HOME: "/var/cache/me" }),
                cacheFolder({}).endsWith("/.cache/pulumi-ecs-inferentia"),
            ],
            ["/var/cache/me/pulumi-ecs-inferentia", true],
        );
    });

    it("makes a thing once", async () => {
        const cachedFolder = await cached("thing-1", write("first"));
        assert.equal(await cached("thing-1", write("second")), cachedFolder);
        assert.equal(readFileSync(join(cachedFolder, "file"), "utf8"), "first");
    });

    it("shows nothing of what could not be created whole, and leaves nothing behind", async () => {
        const failing = async (target: string) => {
            await write("half")(target);
            throw new Error("no space left");
        };
        await assert.rejects(cached("thing-1", failing), { message: "no space left" });
        assert.deepEqual(readdirSync(cacheFolder()), []);
    });

    it("takes what another process created in the meantime", async () => {
        const cachedFolder = await cached("thing-1", async (target) => {
            await write("slow")(target);
            await cached("thing-1", write("fast"));
        });
        assert.equal(readFileSync(join(cachedFolder, "file"), "utf8"), "fast");
        assert.deepEqual(readdirSync(cacheFolder()), ["thing-1"]);
        assert.ok(existsSync(cachedFolder));
    });
});
