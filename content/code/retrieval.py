import torch


def recall_at_k(similarity, gold, k):
    """similarity [queries, items], gold [queries, items] of booleans -> share of queries with a gold item in the top k"""
    best = similarity.topk(k, dim=1).indices  # [queries, k]
    found = gold.gather(1, best).any(dim=1)  # [queries]
    return found.to(torch.get_default_dtype()).mean()
