import torch
from torch import nn

from patch_embedding import patchify
from transformer_block import TransformerBlock


class VisionEncoder(nn.Module):
    """A Vision Transformer without class token and head: one token a patch."""

    def __init__(self, image_size, patch_size, width, mlp_width, layers, heads):
        super().__init__()
        self.patch_size = patch_size
        self.patch_projection = nn.Linear(patch_size * patch_size * 3, width)
        self.position_embedding = nn.Parameter(torch.randn((image_size // patch_size) ** 2, width))
        self.blocks = nn.ModuleList(TransformerBlock(width, mlp_width, heads) for _ in range(layers))
        self.final_norm = nn.LayerNorm(width, eps=1e-6)

    def forward(self, images):  # images [B, H, W, 3]
        patches = torch.stack([patchify(image, self.patch_size) for image in images])
        z = self.patch_projection(patches) + self.position_embedding  # [B, N, D]
        for block in self.blocks:
            z = block(z)
        return self.final_norm(z)
