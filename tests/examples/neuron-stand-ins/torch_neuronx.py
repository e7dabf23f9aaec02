"""Stands in for PyTorch Neuron: runs the model where it is."""


def trace(model, example):
    model(*example)
    return model
