import torch


def box_to_bins(box, bins=1000, size=512):  # box [4] in pixels of the resized image
    """OFA: the bin of each edge, rounded half to even."""
    return (box / size * (bins - 1)).round().long().clamp(0, bins - 1)


def bins_to_box(numbers, bins=1000, size=512):
    return numbers / (bins - 1) * size
