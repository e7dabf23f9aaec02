"""Stands in for PyTorch: a list that knows `tolist`, and a softmax that leaves scores alone."""


class Scores(list):
    def tolist(self):
        return list(self)


def softmax(scores, dim):
    assert dim == -1
    return scores
