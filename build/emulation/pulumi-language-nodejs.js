"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// emulation/language-host/main.ts
var import_grpc_js = require("@grpc/grpc-js");
var import_empty_pb = require("google-protobuf/google/protobuf/empty_pb");
var import_language_grpc_pb = require("@pulumi/pulumi/proto/language_grpc_pb");
var messages3 = __toESM(require("@pulumi/pulumi/proto/language_pb"));
var import_plugin_pb = require("@pulumi/pulumi/proto/plugin_pb");
var import_package = require("@pulumi/pulumi/package.json");

// emulation/language-host/children.ts
var import_node_child_process = require("node:child_process");
var running = /* @__PURE__ */ new Set();
function startNode(args, options) {
  const child = (0, import_node_child_process.spawn)(process.execPath, args, options);
  running.add(child);
  child.once("close", () => running.delete(child));
  return child;
}
function stopChildren() {
  for (const child of running) {
    child.kill("SIGTERM");
  }
}

// emulation/language-host/run-plugin.ts
var messages = __toESM(require("@pulumi/pulumi/proto/language_pb"));

// emulation/language-host/sdk-scripts.ts
var import_node_module = require("node:module");
var import_node_path = require("node:path");
function sdkScript(script, folder) {
  try {
    return (0, import_node_module.createRequire)((0, import_node_path.join)(folder, "package.json")).resolve(`@pulumi/pulumi/cmd/${script}`);
  } catch (cause) {
    throw new Error(`${folder} has no @pulumi/pulumi; run npm install there`, { cause });
  }
}

// emulation/language-host/run-plugin.ts
function runPlugin(call) {
  const request = call.request;
  const folder = request.getInfo()?.getProgramDirectory() ?? request.getPwd();
  const child = startNode(command(request, folder), {
    // A policy pack reads its name and version from the working directory.
    cwd: request.getKind() === "analyzer" ? folder : request.getPwd(),
    stdio: ["ignore", "pipe", "pipe"],
    env: Object.fromEntries(request.getEnvList().map(splitAssignment))
  });
  child.stdout?.on("data", (chunk) => call.write(printed((response) => response.setStdout(chunk))));
  child.stderr?.on("data", (chunk) => call.write(printed((response) => response.setStderr(chunk))));
  child.once("error", (error) => call.destroy(error));
  child.once("close", (code) => {
    call.write(printed((response) => response.setExitcode(code ?? 1)));
    call.end();
  });
  call.once("cancelled", () => child.kill());
}
function command(request, folder) {
  return request.getKind() === "analyzer" ? [sdkScript("run-policy-pack", folder), ...request.getArgsList(), folder] : [sdkScript("run-plugin", folder), folder, ...request.getArgsList()];
}
function splitAssignment(assignment) {
  const at = assignment.indexOf("=", 1);
  return [assignment.slice(0, at), assignment.slice(at + 1)];
}
function printed(set) {
  const response = new messages.RunPluginResponse();
  set(response);
  return response;
}

// emulation/language-host/run-program.ts
var messages2 = __toESM(require("@pulumi/pulumi/proto/language_pb"));
var bailExitCode = 32;
function runProgram(engineAddress2, call, answer) {
  const request = call.request;
  const folder = request.getInfo()?.getProgramDirectory() ?? request.getPwd();
  const child = startNode(
    [sdkScript("run", folder), ...flags(engineAddress2, request), entryPoint(request), ...request.getArgsList()],
    {
      cwd: request.getPwd(),
      stdio: ["ignore", "inherit", "inherit"],
      env: {
        ...process.env,
        PULUMI_NODEJS_TYPESCRIPT: String(
          request.getInfo()?.getOptions()?.toJavaScript()["typescript"] !== false
        ),
        PULUMI_CONFIG: JSON.stringify(Object.fromEntries(request.getConfigMap().entries())),
        PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList())
      }
    }
  );
  call.once("cancelled", () => child.kill());
  child.once("error", (error) => answer(error));
  child.once("close", (code, signal) => answer(null, outcome(code, signal)));
}
function flags(engineAddress2, request) {
  return [
    ...["--monitor", request.getMonitorAddress()],
    ...["--engine", engineAddress2],
    ...["--organization", request.getOrganization()],
    ...["--project", request.getProject()],
    ...["--stack", request.getStack()],
    ...["--pwd", request.getPwd()],
    ...["--parallel", String(request.getParallel())],
    ...request.getDryrun() ? ["--dry-run"] : []
  ];
}
function entryPoint(request) {
  return request.getInfo()?.getEntryPoint() || request.getProgram() || ".";
}
function outcome(code, signal) {
  const response = new messages2.RunResponse();
  if (code === bailExitCode) {
    response.setBail(true);
  } else if (code !== 0) {
    response.setError(`the program ended with ${signal ?? `exit code ${code}`}`);
  }
  return response;
}

// emulation/language-host/main.ts
var mostMessageBytes = 400 * 1024 * 1024;
function always(response) {
  return (_call, answer) => answer(null, response());
}
function languageRuntime(engineAddress2) {
  return {
    handshake: always(() => new messages3.LanguageHandshakeResponse()),
    getPluginInfo: always(() => {
      const info = new import_plugin_pb.PluginInfo();
      info.setVersion(import_package.version);
      return info;
    }),
    // The session has installed the providers of the programs that it runs; there is nothing to download.
    getRequiredPackages: always(() => new messages3.GetRequiredPackagesResponse()),
    getRequiredPlugins: always(() => new messages3.GetRequiredPluginsResponse()),
    runtimeOptionsPrompts: always(() => new messages3.RuntimeOptionsResponse()),
    about: always(() => {
      const about = new messages3.AboutResponse();
      about.setExecutable(process.execPath);
      about.setVersion(process.version);
      return about;
    }),
    run: (call, answer) => runProgram(engineAddress2, call, answer),
    runPlugin,
    cancel: always(() => {
      stopChildren();
      return new import_empty_pb.Empty();
    })
  };
}
function endWithTheEngine() {
  const engine = process.ppid;
  setInterval(() => {
    if (process.ppid !== engine) {
      process.exit(1);
    }
  }, 500).unref();
  process.once("exit", stopChildren);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.once(signal, () => process.exit(0));
  }
}
var engineAddress = process.argv.at(-1) ?? "";
endWithTheEngine();
var server = new import_grpc_js.Server({ "grpc.max_receive_message_length": mostMessageBytes });
server.addService(import_language_grpc_pb.LanguageRuntimeService, languageRuntime(engineAddress));
server.bindAsync("127.0.0.1:0", import_grpc_js.ServerCredentials.createInsecure(), (error, port) => {
  if (error) {
    throw error;
  }
  process.stdout.write(`${port}
`);
});
