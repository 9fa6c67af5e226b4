import torch.nn.functional as F
from torch import nn


class BottleneckAdapter(nn.Module):
    """x + W_up relu(W_down x); W_up starts at zero, so the adapter starts as the identity."""

    def __init__(self, width, bottleneck):
        super().__init__()
        self.down = nn.Linear(width, bottleneck)
        self.up = nn.Linear(bottleneck, width)
        nn.init.zeros_(self.up.weight)
        nn.init.zeros_(self.up.bias)

    def forward(self, x):
        return x + self.up(F.relu(self.down(x)))
