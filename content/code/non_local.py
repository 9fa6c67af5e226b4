import torch


def non_local_block(x, theta, phi, g, w_z, w_f, kind):
    """x [N, C]; theta, phi, g [C, C']; w_z [C', C]; w_f [2C'] -> z [N, C]"""
    n = x.shape[0]
    if kind == "gaussian":
        weights = torch.softmax(x @ x.T, dim=1)  # [N, N]: f / sum f is a softmax
    elif kind == "embeddedGaussian":
        weights = torch.softmax((x @ theta) @ (x @ phi).T, dim=1)
    elif kind == "dotProduct":
        weights = (x @ theta) @ (x @ phi).T / n
    elif kind == "concatenation":
        left = (x @ theta).unsqueeze(1).expand(n, n, -1)  # theta(x_i) at [i, j]
        right = (x @ phi).unsqueeze(0).expand(n, n, -1)  # phi(x_j) at [i, j]
        weights = torch.relu(torch.cat([left, right], dim=2) @ w_f) / n
    y = weights @ (x @ g)  # [N, C']
    return weights, y, y @ w_z + x
