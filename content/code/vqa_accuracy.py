import torch


def vqa_accuracy(answer, humans):
    """answer [], humans [10], as numbers of normalised answers -> accuracy in [0, 1]"""
    agrees = (humans == answer).to(torch.get_default_dtype())  # [10]
    others = agrees.sum() - agrees  # [10]: how many of the other nine agree
    return torch.clamp(others / 3, max=1).mean()
