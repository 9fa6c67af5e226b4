import torch


def softmax(x, temperature=1.0):
    """x [n, m] -> [n, m], each row positive with sum 1"""
    x = x / temperature
    exponentials = (x - x.max(dim=1, keepdim=True).values).exp()  # no exponent above 0
    return exponentials / exponentials.sum(dim=1, keepdim=True)


def entropy(p):
    """p [n, m] -> [n], in nats; 0 ln 0 counts as 0"""
    return -torch.xlogy(p, p).sum(dim=1)
