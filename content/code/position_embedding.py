import torch
import torch.nn.functional as F


def angles(count, width):
    """pos / 10000^(2i / D) -> [count, D/2]"""
    frequencies = 10000 ** (-torch.arange(0, width, 2) / width)
    return torch.arange(count)[:, None] * frequencies


def sin_cos_1d(count, width):
    """Transformer: sine and cosine alternate -> [count, D]"""
    a = angles(count, width)
    return torch.stack([a.sin(), a.cos()], dim=2).flatten(1)


def sin_cos_2d(rows, columns, width):
    """MAE: half of the channels for the column, half for the row -> [rows * columns, D]"""
    x, y = angles(columns, width // 2), angles(rows, width // 2)
    x = torch.cat([x.sin(), x.cos()], dim=1).repeat(rows, 1)  # [rows * columns, D/2]
    y = torch.cat([y.sin(), y.cos()], dim=1).repeat_interleave(columns, dim=0)
    return torch.cat([x, y], dim=1)


def cosine_similarity(vectors):
    """[N, D] -> [N, N]"""
    unit = F.normalize(vectors, dim=1)
    return unit @ unit.T


def interpolate(embedding, old, new):
    """[1 + N, D] for a grid `old` (rows, columns) -> [1 + N', D] for `new`; the class row stays"""
    grid = embedding[1:].reshape(*old, -1).permute(2, 0, 1)  # [D, rows, columns]
    grid = F.interpolate(grid[None], size=new, mode="bilinear", align_corners=False)[0]
    return torch.cat([embedding[:1], grid.flatten(1).T])
