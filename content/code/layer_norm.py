def layer_norm(x, scale, bias, epsilon=1e-6):
    """x [n, D], scale [D], bias [D] -> [n, D]; the same as torch.nn.LayerNorm"""
    centred = x - x.mean(dim=1, keepdim=True)
    variance = centred.square().mean(dim=1, keepdim=True)  # divided by D, not D - 1
    return centred / (variance + epsilon).sqrt() * scale + bias
