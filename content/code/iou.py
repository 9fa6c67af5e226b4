import torch


def area(boxes):
    """boxes [..., 4] as x1, y1, x2, y2 -> [...]"""
    return (boxes[..., 2] - boxes[..., 0]) * (boxes[..., 3] - boxes[..., 1])


def iou(a, b):
    """The area that two boxes share, over the area that they cover together."""
    corner1 = torch.maximum(a[..., :2], b[..., :2])
    corner2 = torch.minimum(a[..., 2:], b[..., 2:])
    width, height = (corner2 - corner1).clamp(min=0).unbind(-1)
    intersection = width * height
    union = area(a) + area(b) - intersection
    return intersection / union


def giou(a, b):
    """IoU minus the share of the enclosing box C that neither of them covers."""
    corner1 = torch.minimum(a[..., :2], b[..., :2])
    corner2 = torch.maximum(a[..., 2:], b[..., 2:])
    enclosing = area(torch.cat([corner1, corner2], dim=-1))
    union = (area(a) + area(b)) / (1 + iou(a, b))
    return iou(a, b) - (enclosing - union) / enclosing


def is_hit(predicted, gold, rule="atLeast", threshold=0.5):
    """Acc@0.5 by three conventions that are in use; the last is OFA's, in float32 as it is run there."""
    if rule == "atLeast":
        return iou(predicted, gold) >= threshold
    if rule == "above":
        return iou(predicted, gold) > threshold
    p, g = predicted.float(), gold.float()
    size = torch.minimum(p[..., 2:], g[..., 2:]) - torch.maximum(p[..., :2], g[..., :2])
    intersection = size[..., 0] * size[..., 1]
    quotient = intersection / (area(p) + area(g) - intersection + 1e-6)
    return (quotient >= threshold) & (size > 0).all(-1)
