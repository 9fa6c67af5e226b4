import torch.nn.functional as F
from torch import nn

from batched_attention import BatchedAttention


class TransformerBlock(nn.Module):
    def __init__(self, width, mlp_width, heads, activation=F.gelu):
        super().__init__()
        self.attention_norm = nn.LayerNorm(width, eps=1e-6)
        self.attention = BatchedAttention(width, heads)
        self.mlp_norm = nn.LayerNorm(width, eps=1e-6)
        self.mlp_hidden = nn.Linear(width, mlp_width)
        self.mlp_output = nn.Linear(mlp_width, width)
        self.activation = activation

    def forward(self, z, mask=None, lora=None):  # z [B, n, D]
        x = self.attention_norm(z)
        z = z + self.attention(x, x, mask, lora)
        return z + self.mlp_output(self.activation(self.mlp_hidden(self.mlp_norm(z))))
