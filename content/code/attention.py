import math

import torch
from torch import nn


def scaled_dot_product_attention(q, k, v, mask=None, temperature=1.0):
    """q [n, d], k [m, d], v [m, d_v], mask [n, m] (True: may look) -> output [n, d_v]"""
    scores = q @ k.T / (math.sqrt(q.shape[-1]) * temperature)  # [n, m]
    if mask is not None:
        scores = scores.masked_fill(~mask, -math.inf)
    weights = torch.softmax(scores, dim=-1)  # [n, m], each row sums to 1
    return scores, weights, weights @ v


class MultiHeadAttention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.queries = nn.Linear(width, width)
        self.keys = nn.Linear(width, width)
        self.values = nn.Linear(width, width)
        self.output = nn.Linear(width, width)

    def forward(self, x):  # x [n, D]
        q, k, v = self.queries(x), self.keys(x), self.values(x)
        heads = [
            scaled_dot_product_attention(*head)
            for head in zip(*(t.chunk(self.heads, dim=1) for t in (q, k, v)))  # [n, d_h] each
        ]
        attention = [weights for _, weights, _ in heads]  # h times [n, n]
        joined = torch.cat([output for _, _, output in heads], dim=1)  # [n, D]
        return attention, self.output(joined)
