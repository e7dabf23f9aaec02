"""The model, compiled for Neuron; loaded before the first job is taken. Put your own in its place."""

import json

import torch
import torch_neuronx  # noqa: F401, gives PyTorch the Neuron runtime

model = torch.jit.load("model.pt")


def predict(job: str) -> str:
    return json.dumps(model(torch.tensor(json.loads(job))).tolist())
