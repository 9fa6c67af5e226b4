import torch.nn.functional as F


def patchify(image, p):
    """image [H, W, C] -> [N, P*P*C]; inside a patch: row, column, channel"""
    h, w, c = image.shape
    x = image.reshape(h // p, p, w // p, p, c)
    x = x.permute(0, 2, 1, 3, 4)  # [H/P, W/P, P, P, C]
    return x.reshape(-1, p * p * c)


def unpatchify(patches, h, w, p):
    """[N, P*P*C] -> [H, W, C]"""
    x = patches.reshape(h // p, w // p, p, p, -1)
    return x.permute(0, 2, 1, 3, 4).reshape(h, w, -1)


def patch_embed(image, projection, bias, p):
    """projection E [P*P*C, D], bias [D] -> [N, D]"""
    return patchify(image, p) @ projection + bias


def patch_embed_as_convolution(image, projection, bias, p):
    """The same numbers from a convolution with kernel = stride = P."""
    kernel = projection.reshape(p, p, image.shape[2], -1).permute(3, 2, 0, 1)  # [D, C, P, P]
    x = F.conv2d(image.permute(2, 0, 1)[None], kernel, bias, stride=p)  # [1, D, H/P, W/P]
    return x.flatten(2)[0].T  # [N, D]
