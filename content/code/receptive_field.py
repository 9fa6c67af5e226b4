import torch
import torch.nn.functional as F


def receptive_field(layers):
    """layers: (kernel size, stride) of each -> the window of one output, in pixels"""
    size, jump = 1, 1
    for kernel_size, stride in layers:
        size += (kernel_size - 1) * jump
        jump *= stride
    return size, jump


def measured_receptive_field(kernels, strides, height, width, row, column):
    """kernels: one [C_out, C_in, k, k] a layer -> |d output / d pixel| [height, width]"""
    image = torch.zeros(kernels[0].shape[1], height, width, requires_grad=True)
    x = image[None]
    for kernel, stride in zip(kernels, strides):
        x = F.conv2d(x, kernel, stride=stride, padding=kernel.shape[-1] // 2)
    x[0, 0, row, column].backward()  # a gradient of 1 from one output
    reached = image.grad.abs().sum(dim=0)
    return reached / reached.max()
