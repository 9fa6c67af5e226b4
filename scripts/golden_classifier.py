"""Runs content/code/vision_transformer.py as the classifier and writes tests/golden/vlm_classifier.json.

    /usr/bin/python3 scripts/golden_classifier.py

`heads`: a small model with both heads, its logits and all gradients, as scripts/golden_vlm.py does.
`shipped`: the shipped checkpoint on fixed scenes: logits of both heads, attention rollout, and the
checkpoint's SHA-256, byte by byte. Node must be on the path.
"""

import hashlib
import json
import subprocess

import numpy
import torch
from golden_files import ROOT, numbers, write
from golden_vlm import case, path
from torch import nn

from vision_transformer import VisionTransformer, attention_rollout

LISTINGS = ["vision_transformer.py", "encoder_block.py", "attention.py", "patch_embedding.py"]
SCENES = ["0bs.1gt.2yc.3rt", "1rc", "0rs.3gs"]
SHIPPED = dict(layers=3, width=32, mlp_width=64, heads=4, patch_size=4, image_size=32, channels=3, classes=3)


class Classifier(nn.Module):
    """One encoder, a head on the class token and a head on the patches' mean."""

    def __init__(self, **sizes):
        super().__init__()
        self.vision = VisionTransformer(**sizes)
        self.mean_head = nn.Linear(sizes["width"], sizes["classes"])

    def forward(self, images):  # [B, H, W, C] -> [B, 2, classes]
        return torch.stack([self.of_image(image)[1] for image in images])

    def of_image(self, image):
        attention, _, by_class = self.vision(image)
        _, mean, _ = self.vision(image, "mean")
        return attention, torch.stack([by_class, self.mean_head(mean)])


def in_typescript(name):
    """The path in src/vlm/classifier.ts, where the class token's head stands beside the encoder."""
    return name.replace("vision.head.", "classHead.")


def heads_case():
    module = Classifier(layers=2, width=8, mlp_width=12, heads=2, patch_size=4, image_size=8, channels=3, classes=3)
    images = (numbers(60, 2, 8, 8, 3) + 1) / 2
    tensors = case(module, lambda images: module(images), {"images": images})
    return {in_typescript(name): tensor for name, tensor in tensors.items()}


def read_half(file):
    """The tensors of a float16 safetensors file."""
    length = int.from_bytes(file[:8], "little")
    header = json.loads(file[8 : 8 + length])
    header.pop("__metadata__")
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        values = numpy.frombuffer(file[8 + length + begin : 8 + length + end], numpy.float16)
        yield name, torch.from_numpy(values.astype(numpy.float64)).reshape(entry["shape"])


def shipped_case():
    file = (ROOT / "public" / "checkpoints" / "classifier.safetensors").read_bytes()
    tensors = dict(read_half(file))
    module = Classifier(**SHIPPED)
    for name, parameter in module.named_parameters():
        stored = tensors.pop("classifier." + in_typescript(path(name)))
        is_linear = parameter.dim() == 2 and name.endswith("weight")
        parameter.data = (stored.T if is_linear else stored).clone()
    assert not tensors, f"not read: {list(tensors)}"
    script = ROOT / "scripts" / "training" / "scenePixels.ts"
    printed = subprocess.run(["node", script, *SCENES], check=True, capture_output=True, text=True)
    images = torch.tensor(json.loads(printed.stdout)).reshape(len(SCENES), 32, 32, 3)
    result = {"checkpoint": torch.tensor(list(hashlib.sha256(file).digest()))}
    for scene, image in zip(SCENES, images):
        attention, logits = module.of_image(image)
        result |= {f"{scene}/logits": logits, f"{scene}/rollout": attention_rollout(attention)}
    return result


def main():
    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    torch.use_deterministic_algorithms(True)
    write("vlm_classifier", LISTINGS, {"heads": heads_case(), "shipped": shipped_case()})


if __name__ == "__main__":
    main()
