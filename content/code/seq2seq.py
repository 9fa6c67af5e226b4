import torch
import torch.nn.functional as F
from torch import nn

from batched_attention import BatchedAttention
from patch_embedding import patchify
from transformer_block import TransformerBlock


def squared_relu(x):
    return F.relu(x).square()


class CrossBlock(nn.Module):
    """Looks at what is written, then at what was read."""

    def __init__(self, width, mlp_width, heads):
        super().__init__()
        self.self_norm = nn.LayerNorm(width, eps=1e-6)
        self.self_attention = BatchedAttention(width, heads)
        self.cross_norm = nn.LayerNorm(width, eps=1e-6)
        self.cross_attention = BatchedAttention(width, heads)
        self.mlp_norm = nn.LayerNorm(width, eps=1e-6)
        self.mlp_hidden = nn.Linear(width, mlp_width)
        self.mlp_output = nn.Linear(mlp_width, width)

    def forward(self, z, memory, causal, padding):  # z [B, n, D], memory [B, m, D]
        own = self.self_norm(z)
        z = z + self.self_attention(own, own, causal)
        z = z + self.cross_attention(self.cross_norm(z), memory, padding)
        return z + self.mlp_output(squared_relu(self.mlp_hidden(self.mlp_norm(z))))


class Seq2seq(nn.Module):
    """Image and instruction in, any task's answer out: one vocabulary, one set of weights."""

    def __init__(self, vocabulary, image_size, patch_size, text_length, target_length,
                 width, mlp_width, heads, encoder_layers, decoder_layers):
        super().__init__()
        self.patch_size = patch_size
        patches = (image_size // patch_size) ** 2
        self.patch_projection = nn.Linear(patch_size * patch_size * 3, width)
        self.patch_position = nn.Parameter(0.3 * torch.randn(patches, width))
        self.embedding = nn.Parameter(torch.randn(vocabulary, width) / width**0.5)
        self.text_position = nn.Parameter(0.1 * torch.randn(text_length, width))
        self.target_position = nn.Parameter(0.1 * torch.randn(target_length, width))
        self.previous_input = nn.Parameter(0.5 * torch.randn(width, width) / width**0.5)
        self.previous_target = nn.Parameter(0.5 * torch.randn(width, width) / width**0.5)
        self.encoder = nn.ModuleList(
            TransformerBlock(width, mlp_width, heads, squared_relu) for _ in range(encoder_layers)
        )
        self.encoder_norm = nn.LayerNorm(width, eps=1e-6)
        self.decoder = nn.ModuleList(
            CrossBlock(width, mlp_width, heads) for _ in range(decoder_layers)
        )
        self.decoder_norm = nn.LayerNorm(width, eps=1e-6)

    def forward(self, images, instruction, written):  # [B, H, W, 3], [B, t], [B, n]; 0 is padding
        patches = torch.stack([patchify(image, self.patch_size) for image in images])
        image = self.patch_projection(patches) + self.patch_position  # [B, N, D]
        text = 4 * self.embedding[instruction] + self.text_position[: instruction.shape[1]]
        x = with_previous(torch.cat([image, text], dim=1), self.previous_input)
        is_read = F.pad(instruction != 0, (image.shape[1], 0), value=True)  # [B, N + t]
        padding = (is_read.to(x.dtype) - 1)[:, None, None, :] * 1e9
        for block in self.encoder:
            x = block(x, padding)
        memory = self.encoder_norm(x)  # [B, N + t, D]
        n = written.shape[1]
        y = 4 * self.embedding[written] + self.target_position[:n]
        z = with_previous(y, self.previous_target)
        causal = torch.ones(n, n).triu(1) * -1e9
        for block in self.decoder:
            z = block(z, memory, causal, padding)
        return self.decoder_norm(z) @ self.embedding.T  # [B, n, V]


def with_previous(x, mix):
    """Each token also receives a projection of the one before it."""
    return x + F.pad(x[:, :-1] @ mix, (0, 0, 1, 0))


def sequence_loss(logits, targets, weights):
    """The mean loss of the target's tokens: every task has this one."""
    log_p = torch.log_softmax(logits, dim=-1).gather(2, targets[..., None])[..., 0]  # [B, n]
    return -(log_p * weights).sum() / weights.sum()
