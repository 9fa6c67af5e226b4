import torch
from torch.nn.functional import logsigmoid


def sigmoid_loss(images, texts, log_scale, bias):
    """SigLIP: embeddings [N, d] as they leave the towers, row i of both is a pair"""
    images = images / images.norm(dim=1, keepdim=True)
    texts = texts / texts.norm(dim=1, keepdim=True)
    logits = log_scale.exp() * images @ texts.T + bias  # [N, N]
    signs = 2 * torch.eye(len(logits)) - 1  # 1 for a pair, -1 for any two others
    pair_losses = -logsigmoid(signs * logits)  # -ln of the right answer's probability
    return torch.sigmoid(logits), pair_losses, pair_losses.sum() / len(logits)
