/**
 * The model servers whose health checks are known. Each answers 200 to a GET of its path once it serves.
 *
 * Sources: tensorflow/serving, docs/api_rest.md (model status) and docs/docker.md (ports), and model_servers/server.cc,
 * which listens after the models are loaded; pytorch/serve, docs/inference_api.md and docs/configuration.md;
 * triton-inference-server/server, docs/protocol and docs/getting_started (ports), after KServe's protocol V2;
 * vllm-project/vllm, entrypoints/openai/api_server.py; huggingface/text-generation-inference, router/src/server.rs and
 * Dockerfile (PORT).
 */
export const ModelServer = {
    /** TensorFlow Serving: `/v1/models/NAME` on the port of its REST API, 8501. */
    TensorflowServing: "tensorflow-serving",
    /** TorchServe: `/ping` on the port of its inference API, 8080. */
    Torchserve: "torchserve",
    /** Triton Inference Server: `/v2/health/ready` on its HTTP port, 8000. */
    Triton: "triton",
    /** The OpenAI-compatible server of vLLM: `/health` on its port, 8000. */
    Vllm: "vllm",
    /** Text Generation Inference: `/health` on the port of its image, 80. */
    Tgi: "tgi",
} as const;
/** A model server: `tensorflow-serving`, `torchserve`, `triton`, `vllm` or `tgi`. */
export type ModelServer = (typeof ModelServer)[keyof typeof ModelServer];

/** Where a model server answers health checks. */
export interface ServerHealth {
    /** The path, with `NAME` for that of the model. */
    readonly path: string;
    readonly port: number;
}

export const serverHealth: Readonly<Record<ModelServer, ServerHealth>> = {
    "tensorflow-serving": { path: "/v1/models/NAME", port: 8501 },
    torchserve: { path: "/ping", port: 8080 },
    triton: { path: "/v2/health/ready", port: 8000 },
    vllm: { path: "/health", port: 8000 },
    tgi: { path: "/health", port: 80 },
};
