import torch.nn.functional as F
from torch import nn

from attention import MultiHeadAttention


class EncoderBlock(nn.Module):
    def __init__(self, width, mlp_width, heads):
        super().__init__()
        self.attention_norm = nn.LayerNorm(width, eps=1e-6)
        self.attention = MultiHeadAttention(width, heads)
        self.mlp_norm = nn.LayerNorm(width, eps=1e-6)
        self.mlp_hidden = nn.Linear(width, mlp_width)
        self.mlp_output = nn.Linear(mlp_width, width)

    def forward(self, z):  # z [n, D]
        weights, update = self.attention(self.attention_norm(z))
        z = update + z
        hidden = F.gelu(self.mlp_hidden(self.mlp_norm(z)))  # [n, MLP width]
        return weights, self.mlp_output(hidden) + z
