"""What the generators of golden files share: exact inputs, running a listing, writing a file.

A file of tests/golden holds, one a line, the SHA-256 of the listings it comes from and its tensors,
named <case>/<name>. `<case>/gradient:<input>` is the gradient of sum(output * outputGradient), by
autograd. Inputs are exact in float32; everything is computed in float64 and only the result is
rounded to float32, so that it does not depend on the order of a sum.

Importing this module makes the listings of content/code/ importable.
"""

import hashlib
import json
import sys
from pathlib import Path

import numpy
import torch

ROOT = Path(__file__).resolve().parent.parent
LISTINGS = ROOT / "content" / "code"
GOLDEN = ROOT / "tests" / "golden"
sys.dont_write_bytecode = True
sys.path.insert(0, str(LISTINGS))


def numbers(seed, *shape):
    """Multiples of 1/64 in [-1, 1], from a linear congruential generator: the same with any PyTorch."""
    state, values = seed, []
    for _ in range(int(numpy.prod(shape))):
        state = (1664525 * state + 1013904223) % 2**32
        values.append((state >> 16) % 129 / 64 - 1)
    return torch.tensor(values).reshape(shape)


def run(forward, inputs, output=None):
    """The inputs, what forward(**inputs) returns, and, if `output` is named, the gradients for the inputs."""
    leaves = {name: value.clone().requires_grad_(output is not None) for name, value in inputs.items()}
    results = forward(**leaves)
    case = {**inputs, **results}
    if output is not None:
        case["outputGradient"] = numbers(99, *results[output].shape)
        (results[output] * case["outputGradient"]).sum().backward()
        case |= {f"gradient:{name}": leaf.grad for name, leaf in leaves.items() if leaf.grad is not None}
    return case


def fill(module):
    """Gives every parameter of a module fixed numbers, and returns them by name."""
    for seed, parameter in enumerate(module.parameters()):
        parameter.data = numbers(seed + 500, *parameter.shape) / 2
    return dict(module.named_parameters())


def write(concept, listings, cases):
    """Writes tests/golden/<concept>.json."""
    hashes = {name: hashlib.sha256((LISTINGS / name).read_bytes()).hexdigest() for name in listings}
    entries = {"listings": hashes}
    for case, tensors in cases.items():
        entries |= {f"{case}/{name}": encode(tensor) for name, tensor in tensors.items()}
    lines = [f"  {json.dumps(key)}: {json.dumps(entries[key])}" for key in sorted(entries)]
    text = "{\n" + ",\n".join(lines) + "\n}\n"
    (GOLDEN / f"{concept}.json").write_text(text)


def encode(tensor):
    """Shape and numbers; each number is the shortest decimal that is read back as the same float32."""
    data = tensor.detach().numpy().astype(numpy.float32).ravel()
    return {"shape": list(tensor.shape), "data": [float(str(value)) for value in data]}
