"""Loads a model that was exported from the lab and lets it answer a question about a picture.

    python toy_vlm.py model.safetensors picture.png describe
    python toy_vlm.py model.safetensors picture.png how many circle
"""

import json
import re
import sys

import torch
from torch import nn

from connectors import LinearConnector, MlpConnector, Perceiver, QFormer
from decoder import Decoder
from vision_encoder import VisionEncoder


class ToyVlm(nn.Module):
    """Vision encoder, connector, language model, as LLaVA joins them."""

    def __init__(self, config):
        super().__init__()
        v, d, c = config["vision"], config["decoder"], dict(config["connector"])
        self.words = config["words"]
        self.vision = VisionEncoder(
            v["imageSize"], v["patchSize"], v["width"], v["mlpWidth"], v["layers"], v["heads"]
        )
        self.connector = new_connector(c, v["width"], d["width"], d["heads"])
        self.decoder = Decoder(
            d["vocabulary"], d["prefixLength"], d["textLength"],
            d["width"], d["mlpWidth"], d["layers"], d["heads"],
        )  # fmt: skip

    def forward(self, images, tokens):
        """images [B, H, W, 3] in [0, 1], tokens [B, n] -> logits of the next token [B, n, V]"""
        return self.decoder(self.connector(self.vision(images)), tokens)

    @torch.no_grad()
    def answer(self, image, question):
        """The likeliest words about image [H, W, 3] after a question, a list of words."""
        tokens = [self.words.index(w) for w in ["<question>", *question, "<answer>"]]
        answer = []
        while len(tokens) < len(self.decoder.position):
            logits = self(image[None], torch.tensor([tokens]))
            tokens.append(int(logits[0, -1].argmax()))
            if self.words[tokens[-1]] == "<end>":
                break
            answer.append(self.words[tokens[-1]])
        return answer


def new_connector(config, vision_width, width, heads):
    if config["kind"] == "linear":
        return LinearConnector(vision_width, width)
    if config["kind"] == "mlp":
        return MlpConnector(vision_width, width, config["hiddenWidth"])
    if config["kind"] == "qFormer":
        sizes = config["queries"], config["layers"], config["hiddenWidth"]
        return QFormer(vision_width, width, *sizes, heads)
    return Perceiver(width, config["latents"], config["layers"], config["hiddenWidth"], heads)


def read_safetensors(path):
    """Tensors by name and the metadata; the format is an 8-byte length, a JSON header, the numbers."""
    with open(path, "rb") as file:
        header = json.loads(file.read(int.from_bytes(file.read(8), "little")))
        data = bytearray(file.read())
    metadata = header.pop("__metadata__")
    types = {"F16": torch.float16, "F32": torch.float32}
    tensors = {}
    for name, entry in header.items():
        start, end = entry["data_offsets"]
        numbers = torch.frombuffer(data[start:end], dtype=types[entry["dtype"]])
        tensors[name] = numbers.reshape(entry["shape"]).float()
    return tensors, metadata


def torch_name(name):
    """decoder.blocks.0.attentionNorm.scale -> decoder.blocks.0.attention_norm.weight"""
    steps = [{"self": "self_attention", "cross": "cross_attention"}.get(s, s) for s in name.split(".")]
    if steps[-1] == "scale":
        steps[-1] = "weight"
    return re.sub(r"[A-Z]", lambda match: "_" + match[0].lower(), ".".join(steps))


def load(path):
    """The model of an exported file."""
    tensors, metadata = read_safetensors(path)
    model = ToyVlm(json.loads(metadata["provenance"])["config"])
    is_linear = {n for n, m in model.named_modules() if isinstance(m, nn.Linear)}
    state = {}
    for name, tensor in tensors.items():
        name = torch_name(name)
        # The page writes x W with W [inputs, outputs], PyTorch x Wᵀ with W [outputs, inputs].
        turned = name.rpartition(".")[0] in is_linear and name.endswith("weight")
        state[name] = tensor.T if turned else tensor
    model.load_state_dict(state)
    return model.eval()


if __name__ == "__main__":
    import numpy
    from PIL import Image

    model = load(sys.argv[1])
    pixels = numpy.asarray(Image.open(sys.argv[2]).convert("RGB"), dtype="float32") / 255
    print(" ".join(model.answer(torch.from_numpy(pixels), sys.argv[3:])))
