"""Stands in for Hugging Face's transformers: a classifier that finds every text positive."""

from types import SimpleNamespace

from torch import Scores


class Tokenizer:
    def __call__(self, text, max_length, padding, truncation, return_tensors):
        assert (padding, truncation, return_tensors) == ("max_length", True, "pt")
        return {"input_ids": [text] * max_length, "attention_mask": [1] * max_length}


class Model:
    config = SimpleNamespace(id2label={0: "NEGATIVE", 1: "POSITIVE"})

    def eval(self):
        return self

    def __call__(self, input_ids, attention_mask):
        assert len(input_ids) == len(attention_mask) == 128
        return ([Scores([0.25, 0.75])],)


class AutoTokenizer:
    @staticmethod
    def from_pretrained(name):
        return Tokenizer()


class AutoModelForSequenceClassification:
    @staticmethod
    def from_pretrained(name, torchscript):
        assert torchscript
        return Model()
