import torch
from torch import nn

from encoder_block import EncoderBlock
from patch_embedding import patchify


class VisionTransformer(nn.Module):
    def __init__(self, layers, width, mlp_width, heads, patch_size, image_size, channels, classes):
        super().__init__()
        self.patch_size = patch_size
        patches = (image_size // patch_size) ** 2
        self.patch_projection = nn.Linear(patch_size * patch_size * channels, width)
        self.class_token = nn.Parameter(torch.zeros(1, width))
        self.position_embedding = nn.Parameter(0.02 * torch.randn(patches + 1, width))
        self.blocks = nn.ModuleList(EncoderBlock(width, mlp_width, heads) for _ in range(layers))
        self.final_norm = nn.LayerNorm(width, eps=1e-6)
        self.head = nn.Linear(width, classes)

    def forward(self, image, represented_by="class"):  # image [H, W, C]
        x = self.patch_projection(patchify(image, self.patch_size))  # [N, D]
        z = torch.cat([self.class_token, x]) + self.position_embedding  # [N + 1, D]
        attention = []  # per layer: heads times [N + 1, N + 1]
        for block in self.blocks:
            weights, z = block(z)
            attention.append(weights)
        z = self.final_norm(z)
        y = z[0] if represented_by == "class" else z[1:].mean(dim=0)  # [D]
        return attention, y, self.head(y)  # logits [classes]


def attention_rollout(attention):
    """per layer: heads times [n, n] -> [n, n]"""
    rollout = torch.eye(len(attention[0][0]))
    for heads in attention:
        mean = torch.stack(heads).mean(dim=0)
        rollout = (mean + torch.eye(len(mean))) / 2 @ rollout
    return rollout
