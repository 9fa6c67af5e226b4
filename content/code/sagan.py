import torch
from torch import nn


class SaganAttention(nn.Module):
    def __init__(self, channels, inner):
        super().__init__()
        self.f = nn.Parameter(torch.randn(channels, inner))  # key of an input position
        self.g = nn.Parameter(torch.randn(channels, inner))  # query of an output position
        self.h = nn.Parameter(torch.randn(channels, inner))  # value
        self.v = nn.Parameter(torch.randn(inner, channels))
        self.gamma = nn.Parameter(torch.zeros(()))  # at first, only x passes

    def forward(self, x):  # x [N, C]
        s = (x @ self.f) @ (x @ self.g).T  # s[i, j] = f(x_i) . g(x_j)
        beta = torch.softmax(s, dim=0).T  # beta[j, i]: over the inputs i, for each output j
        o = beta @ (x @ self.h) @ self.v  # [N, C]
        return beta, self.gamma * o + x
