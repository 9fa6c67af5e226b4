import math

import torch
from torch import nn


class BatchedAttention(nn.Module):
    """Multi-head attention of a batch; the context may be another sequence than x."""

    def __init__(self, width, heads, context_width=None):
        super().__init__()
        self.heads = heads
        self.queries = nn.Linear(width, width)
        self.keys = nn.Linear(context_width or width, width)
        self.values = nn.Linear(context_width or width, width)
        self.output = nn.Linear(width, width)

    def forward(self, x, context, mask=None, lora=None):  # x [B, n, D], context [B, m, D_context]
        q, k, v = self.queries(x), self.keys(context), self.values(context)
        if lora is not None:
            q = q + lora.queries(x)
            v = v + lora.values(context)
        split = lambda t: t.unflatten(2, (self.heads, -1)).transpose(1, 2)  # [B, h, n, d_h]
        q, k, v = split(q), split(k), split(v)
        scores = q @ k.transpose(2, 3) / math.sqrt(q.shape[-1])  # [B, h, n, m]
        if mask is not None:
            scores = scores + mask
        joined = (torch.softmax(scores, dim=-1) @ v).transpose(1, 2).flatten(2)  # [B, n, D]
        return self.output(joined)
