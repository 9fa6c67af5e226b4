import torch


def info_nce(logits):
    """logits [B, M]: text i belongs to image i, texts from B on are hard negatives without an image"""
    batch = len(logits)
    to_text = torch.log_softmax(logits, dim=1)[:, :batch].diagonal()
    to_image = torch.log_softmax(logits[:, :batch], dim=0).diagonal()
    return -(to_text + to_image).mean() / 2


def clip_loss(images, texts, log_scale):
    """embeddings [N, d] as they leave the towers, row i of both is a pair; log_scale t = -ln(tau)"""
    images = images / images.norm(dim=1, keepdim=True)
    texts = texts / texts.norm(dim=1, keepdim=True)
    logits = log_scale.exp() * images @ texts.T  # [N, N]
    return logits, info_nce(logits)
