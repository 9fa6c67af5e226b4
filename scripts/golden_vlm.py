"""Runs the PyTorch listings of the differentiable models and writes tests/golden/vlm_<part>.json.

    /usr/bin/python3 scripts/golden_vlm.py

As scripts/golden.py does for the kernels. A file holds the inputs, the parameters by their path in
src/vlm, the output, and `gradient:<path>` of each parameter and input. Linear weights are stored as
src/vlm has them, [inputs, outputs].
"""

import re

import torch
from golden_files import numbers, write
from torch import nn

import bottleneck_adapter
import connectors
import decoder
import info_nce
import lora
import seq2seq
import text_encoder
import vision_encoder

BLOCK = ["transformer_block.py", "batched_attention.py"]
RENAMED = {"self_attention": "self", "cross_attention": "cross"}


def path(name):
    """A parameter's path in src/vlm: layer norms call the weight scale, names are in camel case."""
    steps = [RENAMED.get(step, step) for step in name.split(".")]
    if len(steps) > 1 and steps[-2].endswith("norm") and steps[-1] == "weight":
        steps[-1] = "scale"
    return re.sub(r"_([a-z])", lambda match: match[1].upper(), ".".join(steps))


def is_linear_weight(name, parameter):
    return parameter.dim() == 2 and name.endswith("weight")


def fill(module, seed):
    """Gives every parameter fixed numbers: around 1 for a layer norm's scale, small for the rest."""
    for index, (name, parameter) in enumerate(module.named_parameters()):
        values = numbers(seed + index, *parameter.shape) / 4
        is_scale = path(name).endswith(".scale")
        parameter.data = values + 1 if is_scale else values


def case(module, forward, inputs, extra=()):
    """Inputs, parameters, output and all gradients of the module, and of further modules by name."""
    modules = {"": module, **dict(extra)}
    for index, part in enumerate(modules.values()):
        fill(part, 700 + 200 * index)
    leaves = {n: v.clone().requires_grad_(v.is_floating_point()) for n, v in inputs.items()}
    output = forward(**leaves)
    weight = numbers(99, *output.shape)
    (output * weight).sum().backward()
    result = {**inputs, "output": output, "outputGradient": weight}
    for prefix, part in modules.items():
        for name, parameter in part.named_parameters():
            at = prefix + path(name)
            turn = (lambda t: t.T) if is_linear_weight(name, parameter) else (lambda t: t)
            result[f"parameters/{at}"] = turn(parameter.data)
            result[f"gradient/{at}"] = turn(parameter.grad)
    for name, leaf in leaves.items():
        if leaf.grad is not None:
            result[f"inputGradient/{name}"] = leaf.grad
    return result


def tokens(seed, *shape, vocabulary=8):
    return ((numbers(seed, *shape) + 1) * 32).long() % vocabulary


def vision_case():
    module = vision_encoder.VisionEncoder(8, 4, width=8, mlp_width=12, layers=2, heads=2)
    images = (numbers(30, 2, 8, 8, 3) + 1) / 2
    return case(module, lambda images: module(images), {"images": images})


def text_case():
    module = text_encoder.TextEncoder(8, 6, width=8, mlp_width=12, layers=2, heads=2)
    text = tokens(31, 3, 6)
    text[:, 0] = 3
    text[1, 4:] = 0
    return case(module, lambda tokens: module(tokens), {"tokens": text})


def decoder_cases():
    sizes = dict(vocabulary=8, prefix_length=4, text_length=6, width=8, mlp_width=12, layers=2, heads=2)
    module = decoder.Decoder(**sizes)
    weights = torch.tensor([[0, 0, 1, 1, 0, 1], [0, 1, 0, 0, 1, 1]], dtype=torch.float64)
    inputs = {"prefix": numbers(32, 2, 4, 8), "tokens": tokens(33, 2, 6)}
    yield "logits", case(module, lambda prefix, tokens: module(prefix, tokens), inputs)

    def loss(prefix, tokens):
        return decoder.next_token_loss(module(prefix, tokens), tokens, weights)

    module = decoder.Decoder(**sizes)
    yield "loss", {**case(module, loss, inputs), "weights": weights}
    module = decoder.Decoder(**sizes)
    changes = nn.ModuleList(lora.AttentionLora(8, 2) for _ in range(2))
    adapters = nn.ModuleList(bottleneck_adapter.BottleneckAdapter(8, 3) for _ in range(2))
    prompt = nn.ParameterList([nn.Parameter(torch.zeros(2, 8))])

    def changed(prefix, tokens):
        return module(prefix, tokens, changes, adapters, prompt[0])

    extra = [("lora.", changes), ("adapters.", adapters), ("softPrompt.", prompt)]
    yield "changed", case(module, changed, inputs, extra)


def seq2seq_cases():
    sizes = dict(vocabulary=8, image_size=8, patch_size=4, text_length=5, target_length=4,
                 width=8, mlp_width=12, heads=2, encoder_layers=2, decoder_layers=2)
    inputs = {
        "images": (numbers(37, 2, 8, 8, 3) + 1) / 2,
        "instruction": 1 + tokens(38, 2, 5, vocabulary=7),
        "written": 1 + tokens(39, 2, 4, vocabulary=7),
    }
    inputs["instruction"][1, 3:] = 0
    inputs["written"][0, 3:] = 0
    module = seq2seq.Seq2seq(**sizes)
    yield "logits", case(module, lambda **i: module(**i), inputs)
    sizes |= dict(encoder_layers=1, decoder_layers=1)
    targets = tokens(40, 2, 4)
    weights = torch.tensor([[1, 1, 1, 0], [1, 1, 0, 0]], dtype=torch.float64)
    module = seq2seq.Seq2seq(**sizes)
    loss = case(module, lambda **i: seq2seq.sequence_loss(module(**i), targets, weights), inputs)
    yield "loss", {**loss, "targets": targets, "weights": weights}


def connector_cases():
    inputs = {"tokens": numbers(34, 2, 5, 6)}
    for kind, module in (
        ("linear", connectors.LinearConnector(6, 8)),
        ("mlp", connectors.MlpConnector(6, 8, 10)),
        ("qFormer", connectors.QFormer(6, 8, queries=3, layers=2, hidden_width=10, heads=2)),
    ):
        yield kind, case(module, lambda tokens: module(tokens), inputs)
    module = connectors.Perceiver(8, latents=3, layers=2, hidden_width=10, heads=2)
    yield "perceiver", case(module, lambda tokens: module(tokens), {"tokens": numbers(35, 2, 5, 8)})


def loss_cases():
    logits = {"logits": 4 * numbers(36, 3, 6)}
    yield "infoNce", case(nn.Module(), lambda logits: info_nce.info_nce(logits), logits)


def flat(cases):
    return {name: tensors for name, tensors in cases}


def main():
    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    torch.use_deterministic_algorithms(True)
    write("vlm_vision_encoder", ["vision_encoder.py", "patch_embedding.py", *BLOCK], {"plain": vision_case()})
    write("vlm_text_encoder", ["text_encoder.py", *BLOCK], {"plain": text_case()})
    changes = ["lora.py", "bottleneck_adapter.py"]
    write("vlm_decoder", ["decoder.py", *BLOCK, *changes], flat(decoder_cases()))
    write("vlm_connectors", ["connectors.py", "batched_attention.py"], flat(connector_cases()))
    listings = ["seq2seq.py", "patch_embedding.py", *BLOCK]
    write("vlm_seq2seq", listings, flat(seq2seq_cases()))
    write("vlm_info_nce", ["info_nce.py"], flat(loss_cases()))


if __name__ == "__main__":
    main()
