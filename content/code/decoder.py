import torch
import torch.nn.functional as F
from torch import nn

from transformer_block import TransformerBlock


def squared_relu(x):
    return F.relu(x).square()


def prefix_mask(prefix_length, text_length):
    """Every token sees the whole prefix; a text token also the text up to itself."""
    n = prefix_length + text_length
    hidden = torch.ones(n, n).triu(1)
    hidden[:, :prefix_length] = 0
    return hidden * -1e9


class Decoder(nn.Module):
    def __init__(self, vocabulary, prefix_length, text_length, width, mlp_width, layers, heads):
        super().__init__()
        self.embedding = nn.Parameter(torch.randn(vocabulary, width) / width**0.5)
        self.prefix_position = nn.Parameter(0.1 * torch.randn(prefix_length, width))
        self.position = nn.Parameter(0.1 * torch.randn(text_length, width))
        self.previous_token = nn.Parameter(0.5 * torch.randn(width, width) / width**0.5)
        self.blocks = nn.ModuleList(
            TransformerBlock(width, mlp_width, heads, squared_relu) for _ in range(layers)
        )
        self.final_norm = nn.LayerNorm(width, eps=1e-6)

    def forward(self, prefix, tokens, lora=None, adapters=None, soft_prompt=None):
        text = 4 * self.embedding[tokens] + self.position[: tokens.shape[1]]  # [B, n, D]
        prefix = prefix + self.prefix_position[: prefix.shape[1]]  # [B, p, D]
        if soft_prompt is not None:
            prefix = torch.cat([soft_prompt.expand(len(prefix), -1, -1), prefix], dim=1)
        z = torch.cat([prefix, text], dim=1)
        z = z + F.pad(z[:, :-1] @ self.previous_token, (0, 0, 1, 0))  # the token before
        mask = prefix_mask(prefix.shape[1], tokens.shape[1])
        for layer, block in enumerate(self.blocks):
            z = block(z, mask, None if lora is None else lora[layer])
            if adapters is not None:
                z = adapters[layer](z)
        outputs = self.final_norm(z[:, prefix.shape[1] :])
        return outputs @ self.embedding.T  # [B, n, V]


def next_token_loss(logits, tokens, weights):
    """The mean loss of the tokens that count; weights[i] counts the prediction of token i."""
    log_p = torch.log_softmax(logits[:, :-1], dim=-1)
    chosen = log_p.gather(2, tokens[:, 1:, None])[..., 0]  # [B, n - 1]
    return -(chosen * weights[:, 1:]).sum() / weights[:, 1:].sum()
