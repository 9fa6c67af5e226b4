"""Lets PyTorch load what the lab exports and writes tests/golden/vlm_export.json.

    /usr/bin/python3 scripts/golden_export.py

For each connector that is shipped: the SHA-256 of the exported file, byte by byte, and the logits of two random
pictures and texts, computed by content/code/toy_vlm.py. Node must be on the path.
"""

import hashlib
import subprocess
import tempfile
from pathlib import Path

import torch
from golden_files import ROOT, numbers, write

import toy_vlm

CHECKPOINTS = ROOT / "public" / "checkpoints"
CONNECTORS = sorted(file.stem.removeprefix("instruct-") for file in CHECKPOINTS.glob("instruct-*"))
LISTINGS = ["toy_vlm", "vision_encoder", "patch_embedding", "transformer_block"]
LISTINGS += ["batched_attention", "connectors", "decoder"]


def case(kind, folder):
    file = Path(folder) / f"{kind}.safetensors"
    script = ROOT / "scripts" / "training" / "exportShipped.ts"
    subprocess.run(["node", script, kind, file], check=True)
    model = toy_vlm.load(file).double()
    images = (numbers(50, 2, 32, 32, 3) + 1) / 2
    tokens = ((numbers(51, 2, 12) + 1) * 32).long() % len(model.words)
    return {
        "checkpoint": torch.tensor(list(hashlib.sha256(file.read_bytes()).digest())),
        "images": images,
        "tokens": tokens,
        "logits": model(images, tokens).detach(),
    }


def main():
    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    with tempfile.TemporaryDirectory() as folder:
        cases = {kind: case(kind, folder) for kind in CONNECTORS}
    write("vlm_export", [f"{name}.py" for name in LISTINGS], cases)


if __name__ == "__main__":
    main()
