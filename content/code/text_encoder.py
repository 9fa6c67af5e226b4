import torch
from torch import nn

from transformer_block import TransformerBlock


class TextEncoder(nn.Module):
    """One vector a text: the mean over what is not padding (token 0)."""

    def __init__(self, vocabulary, text_length, width, mlp_width, layers, heads):
        super().__init__()
        self.embedding = nn.Parameter(torch.randn(vocabulary, width))
        self.position = nn.Parameter(torch.randn(text_length, width))
        self.blocks = nn.ModuleList(TransformerBlock(width, mlp_width, heads) for _ in range(layers))
        self.final_norm = nn.LayerNorm(width, eps=1e-6)

    def forward(self, tokens):  # tokens [B, n]
        is_text = (tokens != 0).to(self.embedding.dtype)  # [B, n]
        mask = (is_text - 1)[:, None, None, :] * 1e9
        z = self.embedding[tokens] + self.position
        for block in self.blocks:
            z = block(z, mask)
        total = (self.final_norm(z) * is_text[..., None]).sum(dim=1)
        return total / is_text.sum(dim=1, keepdim=True)  # [B, D]
