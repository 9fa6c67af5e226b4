import math

import torch


def linear(x, weight, bias):
    """x [n, inputs], weight [inputs, outputs], bias [outputs] -> [n, outputs]"""
    return x @ weight + bias


def gelu(x):
    """x times the probability that a standard normal number is below x"""
    return x * (1 + torch.erf(x / math.sqrt(2))) / 2


def mlp(x, hidden_weight, hidden_bias, output_weight, output_bias):
    """x [n, D] -> [n, M] -> [n, D]"""
    return linear(gelu(linear(x, hidden_weight, hidden_bias)), output_weight, output_bias)
