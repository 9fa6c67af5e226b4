import torch.nn.functional as F


def conv2d(x, kernel, bias, stride=1, padding="zeros"):
    """x [C, H, W], kernel [C_out, C, k, k], bias [C_out] -> [C_out, H', W']"""
    if padding != "none":
        p = kernel.shape[-1] // 2  # keeps the size at stride 1
        mode = {"zeros": "constant", "circular": "circular"}[padding]
        x = F.pad(x[None], (p, p, p, p), mode=mode)[0]  # [C, H + 2p, W + 2p]
    return F.conv2d(x[None], kernel, bias, stride=stride)[0]


def max_pool(x, size):
    """x [C, H, W] -> [C, H/size, W/size]"""
    return F.max_pool2d(x[None], size)[0]


def global_average_pool(x):
    """x [C, H, W] -> [C]: the same wherever things are in the image"""
    return x.mean(dim=(1, 2))
