import {
    type sendUnaryData,
    Server,
    ServerCredentials,
    type ServerUnaryCall,
    type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { checkConfiguration } from "./configuration";
import type { Values } from "./property";
import type { AwsProvider } from "./provider";
import { concealLike, reveal } from "./secrets";
import { unlessIgnored } from "./state";
import { checked, concealed, failure, plain, rpcError, sealed, struct, urn, values } from "./wire";

export interface Serving {
    readonly port: number;
    close(): void;
}

/**
 * Serves a provider to the engine. `@pulumi/pulumi/provider` has a server too, but one that hands on neither the
 * provider's configuration, nor the seed for names, nor previews of creating and updating.
 */
export async function serve(provider: AwsProvider, version: string): Promise<Serving> {
    const server = new Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
    server.addService(ResourceProviderService, handlers(provider, version));
    return new Promise((resolve, reject) => {
        server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
            if (error === null) {
                resolve({ port, close: () => server.forceShutdown() });
            } else {
                reject(error);
            }
        });
    });
}

type Handler = (call: ServerUnaryCall<unknown, unknown>, callback: sendUnaryData<unknown>) => void;

function handlers(provider: AwsProvider, version: string): UntypedServiceImplementation {
    return {
        handshake: unary(() => new messages.ProviderHandshakeResponse().setAcceptSecrets(true)),
        getPluginInfo: unary(() => new PluginInfo().setVersion(version)),
        getSchema: unary(() => new messages.GetSchemaResponse().setSchema(JSON.stringify({ name: "aws", version }))),
        attach: unary(() => new Empty()),
        cancel: unary(() => new Empty()),
        getMapping: unary(() => new messages.GetMappingResponse()),
        getMappings: unary(() => new messages.GetMappingsResponse()),
        checkConfig: unary((request: messages.CheckRequest) => {
            const news = values(request.getNews());
            return checked(news, checkConfiguration(reveal(news) as Values), "aws");
        }),
        diffConfig: unary(() => new messages.DiffResponse().setChanges(messages.DiffResponse.DiffChanges.DIFF_NONE)),
        configure: unary(async (request: messages.ConfigureRequest) => {
            provider.configure(plain(request.getArgs()), process.env);
            await provider.validateRegion();
            // Secrets come marked, so that what is made of them can be marked too.
            return new messages.ConfigureResponse().setAcceptsecrets(true).setSupportspreview(true);
        }),
        invoke: unary(async (request: messages.InvokeRequest) => {
            const args = values(request.getArgs());
            const { outputs, failures } = await provider.invoke(request.getTok(), reveal(args) as Values);
            return new messages.InvokeResponse()
                .setReturn(struct(outputs))
                .setFailuresList(failures.map((one) => failure(one, request.getTok())));
        }),
        check: unary((request: messages.CheckRequest) => {
            const news = values(request.getNews());
            const olds = plain(request.getOlds());
            const { inputs, failures } = provider.check(
                urn(request),
                olds,
                reveal(news) as Values,
                request.getRandomseed_asU8(),
            );
            return checked(concealLike(inputs, news) as Values, failures, urn(request).name);
        }),
        diff: unary((request: messages.DiffRequest) => {
            const state = plain(request.getOlds());
            const ignored = request.getIgnorechangesList();
            const olds = unlessIgnored(request.hasOldInputs() ? plain(request.getOldInputs()) : state, state, ignored);
            const news = unlessIgnored(plain(request.getNews()), state, ignored);
            const { changed, replaces, deleteBeforeReplace } = provider.diff(urn(request), olds, news, state);
            const { DIFF_SOME, DIFF_NONE } = messages.DiffResponse.DiffChanges;
            return new messages.DiffResponse()
                .setChanges(changed.length > 0 ? DIFF_SOME : DIFF_NONE)
                .setDiffsList([...changed])
                .setReplacesList([...replaces])
                .setDeletebeforereplace(deleteBeforeReplace);
        }),
        create: unary(async (request: messages.CreateRequest) => {
            const inputs = values(request.getProperties());
            const { id, state } = await concealed(inputs, () =>
                provider.create(urn(request), reveal(inputs) as Values, request.getPreview(), request.getTimeout()),
            );
            return new messages.CreateResponse().setId(id).setProperties(sealed(state, inputs));
        }),
        read: unary(async (request: messages.ReadRequest) => {
            const before = values(request.getProperties());
            const given = values(request.getInputs());
            const { id, state, inputs } = await provider.read(
                urn(request),
                request.getId(),
                reveal(before) as Values,
                reveal(given) as Values,
            );
            return new messages.ReadResponse()
                .setId(id)
                .setProperties(sealed(state, before))
                .setInputs(sealed(inputs, given));
        }),
        update: unary(async (request: messages.UpdateRequest) => {
            const olds = plain(request.getOlds());
            const news = unlessIgnored(values(request.getNews()), olds, request.getIgnorechangesList());
            const state = await provider.update(
                urn(request),
                request.getId(),
                olds,
                reveal(news) as Values,
                request.getPreview(),
                request.getTimeout(),
            );
            return new messages.UpdateResponse().setProperties(sealed(state, news));
        }),
        delete: unary(async (request: messages.DeleteRequest) => {
            await provider.delete(urn(request), request.getId(), plain(request.getProperties()), request.getTimeout());
            return new Empty();
        }),
    };
}

function unary(answer: (request: never) => unknown): Handler {
    return (call, callback) => {
        Promise.resolve()
            .then(() => answer(call.request as never))
            .then(
                (response) => callback(null, response),
                (error: unknown) => callback(rpcError(error)),
            );
    };
}
