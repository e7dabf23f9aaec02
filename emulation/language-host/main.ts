import { Server, ServerCredentials, type sendUnaryData, type ServerUnaryCall } from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { LanguageRuntimeService, type ILanguageRuntimeServer } from "@pulumi/pulumi/proto/language_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/language_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { version } from "@pulumi/pulumi/package.json";
import { stopChildren } from "./children";
import { generatePackage } from "./generate-package";
import { installDependencies } from "./install-dependencies";
import type { Language } from "./program";
import { runPlugin } from "./run-plugin";
import { runProgram } from "./run-program";

/** Large programs send large inputs; the SDK and the engine allow the same. */
const maxMessageBytes = 400 * 1024 * 1024;

function always<Request, Response>(response: () => Response) {
    return (_call: ServerUnaryCall<Request, Response>, answer: sendUnaryData<Response>) => answer(null, response());
}

/** The methods that the engine calls for a program; what is left out answers "unimplemented", which it accepts. */
function languageRuntime(language: Language, engineAddress: string): Partial<ILanguageRuntimeServer> {
    return {
        handshake: always(() => new messages.LanguageHandshakeResponse()),
        getPluginInfo: always(() => {
            const info = new PluginInfo();
            info.setVersion(version);
            return info;
        }),
        // The session has installed the providers of the programs that it runs; there is nothing to download.
        getRequiredPackages: always(() => new messages.GetRequiredPackagesResponse()),
        getRequiredPlugins: always(() => new messages.GetRequiredPluginsResponse()),
        runtimeOptionsPrompts: always(() => new messages.RuntimeOptionsResponse()),
        about: always(() => {
            const about = new messages.AboutResponse();
            about.setExecutable(process.execPath);
            about.setVersion(process.version);
            return about;
        }),
        generatePackage,
        run: (call, answer) => runProgram(language, engineAddress, call, answer),
        // Plugins and policy packs in other languages are not known here.
        ...(language === "nodejs" && { runPlugin, installDependencies }),
        cancel: always(() => {
            stopChildren();
            return new Empty();
        }),
    };
}

/** An engine that was killed cannot stop its language host: the host notices, and ends what it has started. */
function endWithTheEngine(): void {
    const engine = process.ppid;
    setInterval(() => {
        if (process.ppid !== engine) {
            process.exit(1);
        }
    }, 500).unref();
    process.once("exit", stopChildren);
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
        process.once(signal, () => process.exit(0));
    }
}

// The language is the first argument; flags may come next; the engine's address is the last.
const language = process.argv[2] as Language;
const engineAddress = process.argv.at(-1) ?? "";
endWithTheEngine();
const server = new Server({ "grpc.max_receive_message_length": maxMessageBytes });
server.addService(LanguageRuntimeService, languageRuntime(language, engineAddress) as ILanguageRuntimeServer);
server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
    if (error) {
        throw error;
    }
    process.stdout.write(`${port}\n`);
});
