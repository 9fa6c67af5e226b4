import torch
from torch import nn


class LowRank(nn.Module):
    """x A B, added to a frozen layer's output; B starts at zero."""

    def __init__(self, width, rank):
        super().__init__()
        self.down = nn.Parameter(torch.randn(width, rank) / width**0.5)  # A
        self.up = nn.Parameter(torch.zeros(rank, width))  # B

    def forward(self, x):
        return x @ self.down @ self.up


class AttentionLora(nn.Module):
    def __init__(self, width, rank):
        super().__init__()
        self.queries = LowRank(width, rank)
        self.values = LowRank(width, rank)
