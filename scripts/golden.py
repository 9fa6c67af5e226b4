"""Runs the PyTorch listings in content/code/ and writes tests/golden/<concept>.json.

    /usr/bin/python3 scripts/golden.py

Needs PyTorch and NumPy, nothing else; on Debian: apt-get install python3-torch.
Running it again writes the same bytes, so `git diff tests/golden` shows a changed listing's effect.
What a file holds is told in golden_files.py.
"""

import torch
from golden_files import fill, numbers, run, write

import attention
import convolution
import encoder_block
import info_nce
import iou
import layer_norm
import location_bins
import mlp
import non_local
import patch_embedding
import position_embedding
import receptive_field
import retrieval
import sagan
import sigmoid_loss
import softmax
import vision_transformer
import vqa_accuracy


def softmax_cases():
    inputs = {"x": 4 * numbers(1, 3, 5)}
    yield "plain", run(lambda x: {"output": softmax.softmax(x)}, inputs, "output")
    yield "sharp", run(lambda x: {"output": softmax.softmax(x, 0.25)}, inputs)
    yield "entropy", run(lambda x: {"output": softmax.entropy(softmax.softmax(x))}, inputs)


def layer_norm_cases():
    inputs = {"x": numbers(2, 4, 6), "scale": numbers(3, 6), "bias": numbers(4, 6)}
    yield "plain", run(lambda **i: {"output": layer_norm.layer_norm(**i)}, inputs, "output")


def mlp_cases():
    inputs = {"x": numbers(5, 4, 3), "weight": numbers(6, 3, 5), "bias": numbers(7, 5)}
    yield "linear", run(lambda **i: {"output": mlp.linear(**i)}, inputs, "output")
    yield "gelu", run(lambda x: {"output": mlp.gelu(x)}, {"x": torch.arange(-64, 65) / 8})


def convolution_cases():
    inputs = {"x": numbers(8, 2, 6, 7), "kernel": numbers(9, 3, 2, 3, 3), "bias": numbers(10, 3)}
    for padding in ("none", "zeros", "circular"):
        for stride in (1, 2):

            def forward(x, kernel, bias):
                return {"output": convolution.conv2d(x, kernel, bias, stride, padding)}

            yield f"{padding}{stride}", run(forward, inputs, "output")
    pools = lambda x: {"max": convolution.max_pool(x, 2), "mean": convolution.global_average_pool(x)}  # noqa: E731
    yield "pooling", run(pools, {"x": inputs["x"]})


def receptive_field_cases():
    kernels = {"kernel0": numbers(11, 2, 1, 3, 3), "kernel1": numbers(12, 1, 2, 5, 5)}
    for name, strides, position in (("dense", (1, 1), (5, 6)), ("strided", (2, 1), (1, 2))):

        def forward(kernel0, kernel1):
            layers = [kernel0, kernel1]
            measured = receptive_field.measured_receptive_field(layers, strides, 11, 12, *position)
            size, jump = receptive_field.receptive_field([(3, strides[0]), (5, strides[1])])
            return {"gradient": measured, "sizeAndJump": torch.tensor([size, jump])}

        yield name, run(forward, kernels)


def non_local_cases():
    inputs = {"x": numbers(13, 6, 4), "w_z": numbers(17, 2, 4), "w_f": numbers(18, 4)}
    inputs |= {name: numbers(14 + i, 4, 2) for i, name in enumerate(("theta", "phi", "g"))}
    for kind in ("gaussian", "embeddedGaussian", "dotProduct", "concatenation"):

        def forward(**i):
            return dict(zip(("weights", "y", "z"), non_local.non_local_block(**i, kind=kind)))

        yield kind, run(forward, inputs)


def sagan_cases():
    for gamma in (0.0, 0.75):
        module = sagan.SaganAttention(channels=4, inner=2)
        parameters = fill(module)
        parameters["gamma"].data = torch.tensor(gamma)

        def forward(x):
            return dict(zip(("weights", "output"), module(x)))

        case = run(forward, {"x": numbers(19, 6, 4)}, "output")
        yield f"gamma{gamma}", {**case, **parameters, "gradient:gamma": parameters["gamma"].grad}


def patch_embedding_cases():
    def forward(image, projection, bias):
        patches = patch_embedding.patchify(image, 2)
        embedded = patch_embedding.patch_embed(image, projection, bias, 2)
        convolved = patch_embedding.patch_embed_as_convolution(image, projection, bias, 2)
        return {
            "patches": patches,
            "embedded": embedded,
            "convolved": convolved,
            "restored": patch_embedding.unpatchify(patches, 4, 6, 2),
        }

    image = (numbers(20, 4, 6, 3) + 1) / 2
    yield "plain", run(forward, {"image": image, "projection": numbers(21, 12, 5), "bias": numbers(22, 5)})


def position_embedding_cases():
    embedding = numbers(23, 13, 3)
    yield "oneDimension", {"output": position_embedding.sin_cos_1d(7, 6)}
    yield "twoDimensions", {"output": position_embedding.sin_cos_2d(2, 3, 8)}
    yield "similarity", {"x": embedding, "output": position_embedding.cosine_similarity(embedding)}
    for name, new in (("larger", (5, 6)), ("smaller", (2, 3))):
        resized = position_embedding.interpolate(embedding, (3, 4), new)
        yield name, {"x": embedding, "output": resized}


def attention_cases():
    inputs = {"q": numbers(24, 5, 4), "k": numbers(25, 6, 4), "v": numbers(26, 6, 3)}

    def plain(q, k, v):
        return dict(zip(("scores", "weights", "output"), attention.scaled_dot_product_attention(q, k, v)))

    def masked(q, k, v):
        mask = torch.ones(5, 6).tril() == 1
        _, weights, output = attention.scaled_dot_product_attention(q, k, v, mask, temperature=0.5)
        return {"weights": weights, "output": output}

    yield "plain", run(plain, inputs, "output")
    yield "masked", run(masked, inputs, "output")
    module = attention.MultiHeadAttention(width=6, heads=3)
    parameters = fill(module)
    x = numbers(27, 5, 6)
    weights, output = module(x)
    yield "multiHead", {"x": x, "weights": torch.stack(weights), "result": output, **parameters}


def encoder_block_cases():
    block = encoder_block.EncoderBlock(width=8, mlp_width=12, heads=2)
    parameters = fill(block)
    z = numbers(28, 5, 8)
    weights, output = block(z)
    yield "block", {"z": z, "weights": torch.stack(weights), "output": output, **parameters}


def vision_transformer_cases():
    model = vision_transformer.VisionTransformer(
        layers=2, width=8, mlp_width=12, heads=2, patch_size=4, image_size=8, channels=3, classes=3
    )
    parameters = fill(model)
    image = (numbers(29, 8, 8, 3) + 1) / 2
    weights, representation, logits = model(image)
    _, mean, mean_logits = model(image, represented_by="mean")
    yield "parameters", parameters
    yield "forward", {
        "image": image,
        "weights": torch.stack([torch.stack(layer) for layer in weights]),
        "representation": representation,
        "logits": logits,
        "meanRepresentation": mean,
        "meanLogits": mean_logits,
        "rollout": vision_transformer.attention_rollout(weights),
    }


def contrastive_inputs():
    return {"images": numbers(60, 4, 3), "texts": numbers(61, 4, 3), "log_scale": numbers(62, 1).reshape(()) + 1}


def info_nce_cases():
    def forward(**i):
        logits, loss = info_nce.clip_loss(**i)
        rows, columns = torch.softmax(logits, dim=1), torch.softmax(logits, dim=0)
        return {"logits": logits, "textGivenImage": rows, "imageGivenText": columns, "loss": loss.reshape(1)}

    yield "clip", run(forward, contrastive_inputs(), "loss")


def sigmoid_loss_cases():
    def forward(**i):
        probabilities, pair_losses, loss = sigmoid_loss.sigmoid_loss(**i)
        return {"probabilities": probabilities, "pairLosses": pair_losses, "loss": loss.reshape(1)}

    bias = torch.tensor(-1.5)
    yield "siglip", run(forward, {**contrastive_inputs(), "bias": bias}, "loss")


def boxes(seed, count):
    """Boxes [count, 4] of positive area, corners in eighths."""
    corner = numbers(seed, count, 2)
    size = numbers(seed + 1, count, 2).abs() + 1 / 8
    return torch.cat([corner, corner + size], dim=1)


def iou_cases():
    def forward(a, b):
        return {"iou": iou.iou(a, b), "giou": iou.giou(a, b)}

    yield "random", run(forward, {"a": boxes(70, 12), "b": boxes(72, 12)})
    # Half of a box, in small units and in pixels: the conventions of Acc@0.5 part ways.
    gold = torch.tensor([[0.0, 0, 0.5, 0.5], [0, 0, 64, 48], [0, 0, 4, 4], [2, 2, 3, 3]])
    predicted = torch.tensor([[0.0, 0, 0.25, 0.5], [0, 0, 64, 96], [1, 0, 4, 4], [0, 0, 1, 1]])
    rules = ("atLeast", "above", "ofa")
    hits = {rule: iou.is_hit(predicted, gold, rule).to(torch.float64) for rule in rules}
    yield "hits", {"gold": gold, "predicted": predicted, **hits}


def retrieval_cases():
    similarity = numbers(74, 6, 9)
    gold = torch.zeros(6, 9, dtype=torch.bool)
    gold[torch.arange(6), torch.tensor([0, 3, 5, 8, 2, 2])] = True
    gold[0, 7] = True  # two gold items for the first query
    recalls = [retrieval.recall_at_k(similarity, gold, k) for k in range(1, 10)]
    yield "recall", {"similarity": similarity, "gold": gold.to(torch.float64), "recalls": torch.stack(recalls)}


def vqa_accuracy_cases():
    people = torch.arange(10)
    scores = [vqa_accuracy.vqa_accuracy(torch.tensor(0), (people >= agreeing).long()) for agreeing in range(11)]
    yield "agreeing", {"accuracy": torch.stack(scores)}


def location_bins_cases():
    box = (numbers(75, 6, 4) + 1) * 256
    indices = location_bins.box_to_bins(box)
    yield "ofa", {"box": box, "bins": indices.to(torch.float64), "restored": location_bins.bins_to_box(indices)}


def main():
    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    torch.use_deterministic_algorithms(True)
    block_listings = ["encoder_block.py", "attention.py"]
    write("softmax", ["softmax.py"], dict(softmax_cases()))
    write("layer_norm", ["layer_norm.py"], dict(layer_norm_cases()))
    write("mlp", ["mlp.py"], dict(mlp_cases()))
    write("convolution", ["convolution.py"], dict(convolution_cases()))
    write("receptive_field", ["receptive_field.py"], dict(receptive_field_cases()))
    write("non_local", ["non_local.py"], dict(non_local_cases()))
    write("sagan", ["sagan.py"], dict(sagan_cases()))
    write("patch_embedding", ["patch_embedding.py"], dict(patch_embedding_cases()))
    write("position_embedding", ["position_embedding.py"], dict(position_embedding_cases()))
    write("attention", ["attention.py"], dict(attention_cases()))
    write("encoder_block", block_listings, dict(encoder_block_cases()))
    write("iou", ["iou.py"], dict(iou_cases()))
    write("retrieval", ["retrieval.py"], dict(retrieval_cases()))
    write("vqa_accuracy", ["vqa_accuracy.py"], dict(vqa_accuracy_cases()))
    write("location_bins", ["location_bins.py"], dict(location_bins_cases()))
    write("info_nce", ["info_nce.py"], dict(info_nce_cases()))
    write("sigmoid_loss", ["sigmoid_loss.py"], dict(sigmoid_loss_cases()))
    write(
        "vision_transformer",
        ["vision_transformer.py", "patch_embedding.py", *block_listings],
        dict(vision_transformer_cases()),
    )


if __name__ == "__main__":
    main()
