import torch


def info_nce(logits):
    """logits [B, M]: text i belongs to image i, texts from B on are hard negatives without an image"""
    batch = len(logits)
    to_text = torch.log_softmax(logits, dim=1)[:, :batch].diagonal()
    to_image = torch.log_softmax(logits[:, :batch], dim=0).diagonal()
    return -(to_text + to_image).mean() / 2
