import torch
import torch.nn.functional as F
from torch import nn

from batched_attention import BatchedAttention

LinearConnector = nn.Linear  # LLaVA


class MlpConnector(nn.Module):
    """LLaVA-1.5"""

    def __init__(self, vision_width, width, hidden_width):
        super().__init__()
        self.hidden = nn.Linear(vision_width, hidden_width)
        self.output = nn.Linear(hidden_width, width)

    def forward(self, tokens):  # [B, N, D_vision] -> [B, N, D]
        return self.output(F.gelu(self.hidden(tokens)))


class QFormerLayer(nn.Module):
    def __init__(self, vision_width, width, hidden_width, heads):
        super().__init__()
        self.self_norm = nn.LayerNorm(width, eps=1e-6)
        self.self_attention = BatchedAttention(width, heads)
        self.cross_norm = nn.LayerNorm(width, eps=1e-6)
        self.cross_attention = BatchedAttention(width, heads, vision_width)
        self.mlp_norm = nn.LayerNorm(width, eps=1e-6)
        self.mlp_hidden = nn.Linear(width, hidden_width)
        self.mlp_output = nn.Linear(hidden_width, width)

    def forward(self, x, tokens):
        own = self.self_norm(x)
        x = x + self.self_attention(own, own)
        x = x + self.cross_attention(self.cross_norm(x), tokens)
        return x + self.mlp_output(F.gelu(self.mlp_hidden(self.mlp_norm(x))))


class QFormer(nn.Module):
    """BLIP-2's image path"""

    def __init__(self, vision_width, width, queries, layers, hidden_width, heads):
        super().__init__()
        self.queries = nn.Parameter(0.5 * torch.randn(queries, width))
        self.layers = nn.ModuleList(
            QFormerLayer(vision_width, width, hidden_width, heads) for _ in range(layers)
        )
        self.output = nn.Linear(width, width)

    def forward(self, tokens):  # [B, N, D_vision] -> [B, M, D]
        x = self.queries.expand(len(tokens), -1, -1)
        for layer in self.layers:
            x = layer(x, tokens)
        return self.output(x)


class PerceiverLayer(nn.Module):
    def __init__(self, width, hidden_width, heads):
        super().__init__()
        self.image_norm = nn.LayerNorm(width, eps=1e-6)
        self.latent_norm = nn.LayerNorm(width, eps=1e-6)
        self.attention = BatchedAttention(width, heads)
        self.mlp_norm = nn.LayerNorm(width, eps=1e-6)
        self.mlp_hidden = nn.Linear(width, hidden_width)
        self.mlp_output = nn.Linear(hidden_width, width)

    def forward(self, x, tokens):
        own = self.latent_norm(x)
        context = torch.cat([self.image_norm(tokens), own], dim=1)
        x = x + self.attention(own, context)
        return x + self.mlp_output(F.gelu(self.mlp_hidden(self.mlp_norm(x))))


class Perceiver(nn.Module):
    """Flamingo's resampler, for one image"""

    def __init__(self, width, latents, layers, hidden_width, heads):
        super().__init__()
        self.latents = nn.Parameter(0.5 * torch.randn(latents, width))
        self.layers = nn.ModuleList(PerceiverLayer(width, hidden_width, heads) for _ in range(layers))
        self.final_norm = nn.LayerNorm(width, eps=1e-6)

    def forward(self, tokens):  # [B, N, D] -> [B, M, D]
        x = self.latents.expand(len(tokens), -1, -1)
        for layer in self.layers:
            x = layer(x, tokens)
        return self.final_norm(x)
